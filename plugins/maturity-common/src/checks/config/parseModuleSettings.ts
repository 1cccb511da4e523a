import type { ConfigProblem } from '../types';
import { isRecord, ownValue } from './json';
import { ProblemList } from './ProblemList';
import { Section } from './Section';

/** The section under a key of `maturity`; undefined where there is none, or something that is no object. */
function sectionOf(
  config: unknown,
  key: string,
  known: readonly string[],
): { section: Section | undefined; problems: ProblemList } {
  const problems = new ProblemList();
  const value = isRecord(config) ? ownValue(config, key) : undefined;
  if (value === undefined) {
    return { section: undefined, problems };
  }
  const path = `maturity.${key}`;
  const section = Section.read(value, { path, problems }, 'an object');
  section?.allowOnly(known);
  return { section, problems };
}

/** Whether a text may be a path: a file system takes none without a letter, and none with a NUL. */
function isPath(value: unknown): value is string {
  return (
    typeof value === 'string' && value.trim() !== '' && !value.includes('\0')
  );
}

/**
 * Reads `local.root` of the value of `maturity`: the folder of locally generated services, as written;
 * undefined where none is configured. Never throws: a value that is no path, also an empty one, is
 * reported and counts as none.
 *
 * @public
 */
export function parseLocalRoot(config: unknown): {
  root: string | undefined;
  problems: readonly ConfigProblem[];
} {
  const { section, problems } = sectionOf(config, 'local', ['root']);
  const value = section?.value('root');
  const root = isPath(value) ? value : undefined;
  if (value !== undefined && root === undefined) {
    section?.refuse('root', 'the path of a folder');
  }
  return { root, problems: problems.all };
}

/**
 * Reads `catalog.declareAnnotations` of the value of `maturity`: whether the annotations are declared
 * to the model of the catalog. Never throws: a wrong value is reported and counts as false.
 *
 * @public
 */
export function parseDeclareAnnotations(config: unknown): {
  declareAnnotations: boolean;
  problems: readonly ConfigProblem[];
} {
  const { section, problems } = sectionOf(config, 'catalog', [
    'declareAnnotations',
  ]);
  const declareAnnotations = section?.flag('declareAnnotations') ?? false;
  return { declareAnnotations, problems: problems.all };
}
