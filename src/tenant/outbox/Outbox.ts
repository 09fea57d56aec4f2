import { type Message, type NewMessage, PLAIN } from './Message.ts';

/** More than anybody looks at; the eldest are dropped. */
const MOST = 1_000;

/** What the tenant would have sent. */
export class Outbox {
  #messages: Message[] = [];
  #count = 0;
  readonly #listeners = new Set<(message: Message) => void>();

  /** Newest first. */
  get messages(): readonly Message[] {
    return this.#messages;
  }

  /** Takes a message and tells all who listen. */
  send(message: NewMessage): Message {
    const sent: Message = { ...PLAIN, ...message, number: ++this.#count };
    this.#messages = [sent, ...this.#messages.slice(0, MOST - 1)];
    for (const listener of this.#listeners) listener(sent);
    return sent;
  }

  /** The newest message, to somebody if they are named; `undefined` when there is none. */
  latest(to?: string): Message | undefined {
    return this.#messages.find((message) => to === undefined || message.to === to);
  }

  /**
   * Waits for a message that is not there yet when this is called.
   *
   * @param to - phone number or address; default: anybody's
   * @param milliseconds - how long to wait
   * @throws Error when none comes in time
   */
  next(to?: string, milliseconds = 10_000): Promise<Message> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
      };
      const listener = (message: Message) => {
        if (to !== undefined && message.to !== to) return;
        stop();
        resolve(message);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Nothing was sent to ${to ?? 'anybody'} within ${milliseconds} ms.`));
      }, milliseconds);
      this.#listeners.add(listener);
    });
  }

  /** Calls `listener` for each message from now on; returns what ends that. */
  onMessage(listener: (message: Message) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#messages = [];
  }
}
