import { text, texts, type Values, wrongUsage } from './Values.ts';

/** `node build.mjs dev` */
export interface DevRequest {
  command: 'dev';
  page: string | undefined;
  /** `null`: the project's own `dist`. */
  out: string | null;
  port: number;
  host: string;
  open: boolean;
  /** Paths of PEM files. */
  certificate: { cert: string; key: string } | null;
  callbacks: readonly string[];
}

/** For `parseArgs`. */
export const devOptions = {
  page: { type: 'string' },
  out: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  open: { type: 'boolean' },
  cert: { type: 'string' },
  key: { type: 'string' },
  callback: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

const DEFAULT_PORT = 8443;

/** @throws UserError for a callback or a port that is none, and for half a certificate */
export function readDev(values: Values): DevRequest {
  const cert = text(values['cert']);
  const key = text(values['key']);
  if ((cert === undefined) !== (key === undefined)) {
    throw wrongUsage(
      `--${cert === undefined ? 'key' : 'cert'} needs --${cert === undefined ? 'cert' : 'key'} beside it`,
    );
  }
  const callbacks = texts(values['callback']);
  const bad = callbacks.find((url) => !isCallback(url));
  if (bad !== undefined) {
    throw wrongUsage(
      `--callback takes a URL, such as http://localhost:3000/callback; received ${JSON.stringify(bad)}`,
    );
  }
  return {
    command: 'dev',
    page: text(values['page']),
    out: text(values['out']) ?? null,
    port: port(text(values['port'])),
    host: text(values['host']) ?? 'localhost',
    open: values['open'] === true,
    certificate: cert === undefined || key === undefined ? null : { cert, key },
    callbacks,
  };
}

function port(given: string | undefined): number {
  if (given === undefined) return DEFAULT_PORT;
  const number = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (number >= 0 && number <= 65_535) return number;
  throw wrongUsage(`--port takes a number from 0 (any free one) to 65535; received ${JSON.stringify(given)}`);
}

/** What a browser can be sent to, an app's own scheme included; a fragment would be lost on the way. */
const isCallback = (url: string): boolean =>
  /^(?!javascript|data|blob)[a-z][a-z0-9+.-]*:\/\/[^\s#]+$/i.test(url);
