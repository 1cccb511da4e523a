/** Where a command reads from and writes to; tests give their own. */
export interface Terminal {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** Whether standard output shows colours. */
  readonly colors: boolean;
  /** Whether standard output shows more than ASCII. */
  readonly unicode: boolean;
  /** Columns of the screen that shows standard output; undefined when it goes to a file or a program. */
  readonly columns: number | undefined;
  /** Current time in epoch milliseconds. */
  now(): number;
  /** Writes results to standard output. */
  out(text: string): void;
  /** Writes a message to standard error. */
  message(text: string): void;
}
