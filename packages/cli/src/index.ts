/**
 * `maturity`: scores catalog files offline with the engine of the portal.
 *
 * @packageDocumentation
 */
import { processTerminal } from './terminal/processTerminal';
import { run } from './program';

export { scoreFolder } from './scoreFolder';
export { readRequirements, shortfalls } from './commands/requirements';
export type { Requirements, Shortfall } from './commands/requirements';
export * from './upgrade';

/**
 * Runs the command line of this process.
 *
 * @param args - arguments after the name of the program
 * @returns the exit code: 0 fine, 1 below a required level or something found, 2 wrong use or unreadable input
 */
export async function main(args: readonly string[]): Promise<number> {
  return run(args, processTerminal());
}
