/** What a command may touch of the process; tests and build.mjs give it. */
export interface Surroundings {
  /** The project's folder, absolute. */
  root: string;
  /** Relative paths on the command line start here. */
  cwd: string;
  /** Prints a line, or several. */
  print: (text: string) => void;
  printError: (text: string) => void;
  /** Resolves when the user interrupts; until it is called, an interrupt ends the process as usual. */
  interrupted: () => Promise<void>;
}
