import { errorCode, readAnswer } from './errorCode.ts';
import type { ErrorCode } from './LoginPageEvents.ts';

const PAGE_ERROR = 502;

/** Where Lock, or its dictionary, would take the code for something else. */
function lockCode(code: ErrorCode, step: 'send' | 'verify'): string {
  // Lock knows a wrong code by it on any host but its own, and does not know its own.
  if (code === 'access_denied') return 'rule_error';
  // Who asks for a code has not entered a wrong one.
  if (code === 'too_many_attempts' && step === 'send') return 'too_many_requests';
  return code;
}

/**
 * Has Lock, from wherever it comes, read a refusal as what it means: one code of Auth0's has several meanings, told
 * apart by its text, Lock's dictionary knows codes only, and an answer that is not Auth0's has none.
 *
 * @param request - is opened, and not yet answered
 * @returns its code, once it is answered
 */
export function clarifyAnswer(
  request: XMLHttpRequest,
  step: 'send' | 'verify',
  isOwnHost: boolean,
): () => ErrorCode | null {
  const real = <Key extends 'status' | 'responseText'>(key: Key): XMLHttpRequest[Key] =>
    Reflect.get(XMLHttpRequest.prototype, key, request);
  const header = request.getResponseHeader.bind(request);
  const headers = request.getAllResponseHeaders.bind(request);
  const code = () => {
    const type = header('content-type') ?? '';
    return errorCode({ status: real('status'), type, text: real('responseText'), step }, isOwnHost);
  };
  /** What Lock reads in place of the answer; `null` where that is clear as it is. */
  const clear = (): string | null => {
    if (request.readyState !== XMLHttpRequest.DONE || real('status') === 0) return null;
    const meant = code();
    if (meant === null) return null;
    const said = readAnswer(real('responseText'));
    const error = lockCode(meant, step);
    return error === said.code ? null : JSON.stringify({ error, error_description: said.description });
  };
  const JSON_TYPE = 'application/json';
  const text = { get: () => clear() ?? real('responseText') };
  Object.defineProperties(request, {
    status: {
      get: () => {
        const status = real('status');
        return clear() !== null && status < 400 ? PAGE_ERROR : status;
      },
    },
    responseText: text,
    response: text,
    getResponseHeader: {
      value: (name: string) =>
        name.toLowerCase() === 'content-type' && clear() !== null ? JSON_TYPE : header(name),
    },
    getAllResponseHeaders: {
      value: () => (clear() === null ? headers() : `content-type: ${JSON_TYPE}\r\n`),
    },
  });
  return code;
}
