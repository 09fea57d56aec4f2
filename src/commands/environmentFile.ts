import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { UserError } from '../settings/UserError.ts';

/** A comment, which may hold a quote, or a value in quotes, which may span lines. */
const COMMENT_OR_QUOTED = /^[ \t]*#.*|^([ \t]*(?:export[ \t]+)?\w+[ \t]*=)[ \t]*(["'`])[\s\S]*?\2/gm;
const LINE = /^\s*(?:export\s+)?[A-Za-z_]\w*\s*=(?!\s*["'`])/;

/**
 * Adds what `.env` of the project's folder sets, where there is such a file. A variable that is set already stays as
 * it is, an empty one too: CI and the shell go before the file.
 *
 * @param root - the project's folder, absolute
 * @returns the names of what it has set, sorted
 * @throws UserError for a file that cannot be read, or holds a line that sets nothing; never with a value in it
 */
export function loadEnvironmentFile(root: string, env: Record<string, string | undefined>): string[] {
  const text = read(join(root, '.env'));
  const problem = text
    // Its line breaks stay, so that the lines after it keep their numbers.
    .replace(COMMENT_OR_QUOTED, (all, start = '') => `${start}${all.replace(/[^\n]/g, '')}`)
    .split('\n')
    .findIndex((line) => !/^\s*(?:#|$)/.test(line) && !LINE.test(line));
  if (problem !== -1) {
    throw new UserError(
      `.env, line ${problem + 1}: this is not NAME=value, or its quote is not closed (the line is not shown, it may hold a secret).\nWrite one variable a line, and # before a comment; .env.example shows it.`,
    );
  }
  const given = Object.entries(parseEnv(text)).filter(([name]) => env[name] === undefined);
  for (const [name, value] of given) env[name] = value;
  return given.map(([name]) => name).sort();
}

/** Its text with line feeds; empty where there is no such file. */
function read(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new UserError(
      `.env cannot be read (${code}). Make it a readable file, or remove it and set the variables in the environment.`,
    );
  }
  const text = decoded(bytes);
  if (text === null) {
    // Windows PowerShell 5 writes UTF-16 with `>`.
    const guess = bytes.includes(0) ? ' (it looks like UTF-16)' : '';
    throw new UserError(`.env is not UTF-8 text${guess}. Save it again as UTF-8.`);
  }
  return text.replaceAll('\r\n', '\n');
}

/** Without a byte order mark; `null` for what is not UTF-8 text. */
function decoded(bytes: Buffer): string | null {
  try {
    return bytes.includes(0) ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
