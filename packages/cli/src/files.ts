/**
 * The files of a folder as the engine sees them, without the rest of the command line.
 *
 * @packageDocumentation
 */
export { readFileTree } from './repository/fileTree';
export type { FileTreeLimits } from './repository/fileTree';
