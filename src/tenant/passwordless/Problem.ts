/** An answer that is an error, as Auth0's authentication API sends it. */
export interface Problem {
  status: number;
  body: { error: string; error_description: string };
}

export function problem(status: number, error: string, description: string): Problem {
  return { status, body: { error, error_description: description } };
}
