/** What a command may touch of the process; tests and build.mjs give it. */
export interface Surroundings {
  /** The project's folder, absolute. */
  root: string;
  /** Relative paths on the command line start here. */
  cwd: string;
  /** Prints a line, or several. */
  print: (text: string) => void;
  printError: (text: string) => void;
  /** Shows how far something long is, on one line that is written over; `null` takes the line away. */
  progress: (text: string | null) => void;
  /** Resolves when the user interrupts; until it is called, an interrupt ends the process as usual. */
  interrupted: () => Promise<void>;
  /** Environment variables, as `process.env`; `.env` adds to them. */
  env: Record<string, string | undefined>;
  /**
   * Asks the user yes or no; resolves with `null` when the user interrupts. `null` where no one could answer: standard
   * input or error is not a terminal.
   */
  confirm: ((question: string) => Promise<boolean | null>) | null;
  /** In place of the one that the environment's proxies and certificates make, for tests that break requests. */
  fetch?: typeof globalThis.fetch | undefined;
}
