/** A question to Auth0: a `GET`, or with a body a `POST`. */
interface Question {
  url: string;
  /** Sent as JSON. */
  body?: object;
  timeoutMs: number;
}

/** Asks for JSON; `undefined` when there is no answer in time, or none that is JSON and a success. */
export function askJson({ url, body, timeoutMs }: Question): Promise<unknown> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onloadend = () => resolve(request.status === 200 ? parse(request.responseText) : undefined);
    try {
      request.open(body === undefined ? 'GET' : 'POST', url);
      request.timeout = timeoutMs;
      if (body !== undefined) request.setRequestHeader('content-type', 'application/json');
      request.send(body === undefined ? null : JSON.stringify(body));
    } catch {
      // A domain that makes no address, say: nobody waits for what is never sent.
      resolve(undefined);
    }
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
