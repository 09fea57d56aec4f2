import { randomInt } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../Clock.ts';

/** What `/passwordless/challenge` answers where a captcha must be solved: Auth0's own kind, a picture. */
export interface Challenge {
  required: true;
  provider: 'auth0';
  type: 'code';
  image: string;
}

/** Letters and digits that cannot be taken for one another. */
const CHARACTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 5;

/** The captchas that are open, one for each login transaction; each is worth one try. */
export class Captchas {
  readonly #open: LRUCache<string, string>;

  constructor(clock: Clock) {
    this.#open = new LRUCache({ max: 5_000, ttl: 600_000, ttlResolution: 0, perf: clock });
  }

  issue(state: string): Challenge {
    const text = Array.from({ length: LENGTH }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('');
    this.#open.set(state, text);
    const image = Buffer.from(picture(text), 'utf8').toString('base64');
    return { required: true, provider: 'auth0', type: 'code', image: `data:image/svg+xml;base64,${image}` };
  }

  /** What the open captcha of a transaction shows, for tests and the curious. */
  text(state: string): string | undefined {
    return this.#open.get(state);
  }

  /** Tries an answer; right or wrong, the captcha is used up. */
  solve(state: string, answer: unknown): boolean {
    const text = this.#open.get(state);
    this.#open.delete(state);
    return typeof answer === 'string' && text !== undefined && answer.toUpperCase() === text;
  }
}

/** Readable for people: this is a preview of where a captcha stands, not a captcha. */
function picture(text: string): string {
  const letters = [...text].map((letter, index) => {
    const turn = ((index * 37) % 30) - 15;
    const x = 22 + index * 26;
    return `<text x="${x}" y="36" transform="rotate(${turn} ${x} 30)">${letter}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 50" width="150" height="50"><rect width="150" height="50" fill="#eef2f8"/><path d="M0 20Q40 60 75 25T150 30" fill="none" stroke="#9fb0c8" stroke-width="2"/><g font-family="monospace" font-size="26" font-weight="700" text-anchor="middle" fill="#28364d">${letters.join('')}</g></svg>`;
}
