/** An answer of the Management API that is an error, in Auth0's shape. */
export class ApiError extends Error {
  readonly statusCode: number;
  /** Names the error for programs. */
  readonly errorCode: string | undefined;

  constructor(statusCode: number, message: string, errorCode?: string) {
    super(message);
    this.statusCode = statusCode;
    this.errorCode = errorCode;
  }

  /** The body of the answer. */
  toJSON(): Record<string, unknown> {
    const { statusCode, message, errorCode } = this;
    return {
      statusCode,
      error: TITLES[statusCode] ?? 'Error',
      message,
      ...(errorCode !== undefined && { errorCode }),
      // hapi's, which Auth0's API shows through.
      ...(statusCode === 401 && { attributes: { error: message } }),
    };
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
};

/** What goes wrong in more than one place. */
export const apiErrors = {
  missingToken: () => new ApiError(401, 'Missing authentication'),
  invalidToken: () => new ApiError(401, 'Invalid token'),
  insufficientScope: (scope: string) =>
    new ApiError(403, `Insufficient scope, expected any of: ${scope}`, 'insufficient_scope'),
  notInPlan: () =>
    new ApiError(403, 'Please upgrade your subscription to use bot detection', 'insufficient_entitlement'),
  tooMany: () => new ApiError(429, 'Global limit has been reached', 'too_many_requests'),
  /** @param on - the property that it is about, where Auth0 names it apart */
  invalidBody: (what: string, on?: string) =>
    new ApiError(
      400,
      `Payload validation error: '${what}'${on === undefined ? '' : ` on property ${on}`}.`,
      'invalid_body',
    ),
  invalidQuery: (what: string) =>
    new ApiError(400, `Query validation error: '${what}'.`, 'invalid_query_string'),
  notFound: () => new ApiError(404, 'Not Found'),
  noClient: () => new ApiError(404, 'The client does not exist', 'inexistent_client'),
  noConnection: () => new ApiError(404, 'The connection does not exist', 'inexistent_connection'),
} as const;
