/**
 * Stands in for `superagent`, of which auth0-js uses `get`, `post` and `patch`, headers, a JSON body,
 * credentials and `end` (auth0-js 10.2.1, `src/helper/request-builder.js`). Answers and errors have the
 * shape that superagent 10.3 gives them, as far as auth0-js and Lock read it.
 */
class HttpRequest {
  readonly method: string;
  readonly url: string;
  // auth0-js reads these two by their names.
  _data: unknown = undefined;
  _header: Record<string, string> = {};
  private readonly xhr = new XMLHttpRequest();
  private isAborted = false;

  constructor(method: string, url: string) {
    this.method = method;
    this.url = url;
  }

  set(name: string, value: string): this {
    this._header[name.toLowerCase()] = value;
    return this;
  }

  send(body: unknown): this {
    this._data = body;
    this._header['content-type'] ??= 'application/json';
    return this;
  }

  withCredentials(): this {
    this.xhr.withCredentials = true;
    return this;
  }

  abort(): void {
    this.isAborted = true;
    this.xhr.abort();
  }

  end(callback: (error: unknown, answer?: Answer) => void): void {
    const { xhr, method, url } = this;
    xhr.onloadend = () => {
      if (this.isAborted) return;
      if (xhr.status === 0) return callback(unreachable(method, url));
      let answer: Answer;
      try {
        answer = readAnswer(xhr);
      } catch (original) {
        return callback(unreadable(xhr, original));
      }
      if (xhr.status >= 200 && xhr.status < 300) return callback(null, answer);
      const { status, statusText } = xhr;
      const error = new Error(statusText || answer.text || 'Unsuccessful HTTP response');
      callback(Object.assign(error, { original: null, response: answer, status }), answer);
    };
    try {
      xhr.open(method, url);
      for (const [name, value] of Object.entries(this._header)) xhr.setRequestHeader(name, value);
      xhr.send(this._data === undefined ? null : JSON.stringify(this._data));
    } catch (error) {
      this.isAborted = true;
      callback(error);
    }
  }
}

interface Answer {
  status: number;
  statusCode: number;
  statusText: string;
  text: string;
  /** Without its parameters: `application/json`. */
  type: string;
  /** What a JSON answer says, else `null`. */
  body: unknown;
  error: Error | false;
}

/** @throws SyntaxError when what calls itself JSON is none */
function readAnswer(xhr: XMLHttpRequest): Answer {
  const { status, statusText, responseText: text } = xhr;
  const type = (xhr.getResponseHeader('content-type') ?? '').split(/ *; */)[0] ?? '';
  const isJson = /[/+]json($|[^-\w])/i.test(type);
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : null;
  const error = status >= 400 && new Error(`cannot be had (${status})`);
  return { status, statusCode: status, statusText, text, type, body, error };
}

function unreachable(method: string, url: string): Error {
  const message =
    'Request has been terminated\nPossible causes: the network is offline, Origin is not allowed by Access-Control-Allow-Origin, the page is being unloaded, etc.';
  return Object.assign(new Error(message), { crossDomain: true, status: undefined, method, url });
}

function unreadable({ status, responseText }: XMLHttpRequest, original: unknown): Error {
  const facts = { parse: true, original, rawResponse: responseText, status, statusCode: status };
  return Object.assign(new Error('Parser is unable to parse the response'), facts);
}

export default {
  get: (url: string) => new HttpRequest('GET', url),
  post: (url: string) => new HttpRequest('POST', url),
  patch: (url: string) => new HttpRequest('PATCH', url),
};
