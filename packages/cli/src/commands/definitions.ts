import { InputError, isError } from '@backstage/errors';
import {
  createDefinitionSet,
  describeProblem,
  lostAlias,
  parseYamlDocuments,
} from '@backstage-maturity/plugin-maturity-common';
import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import { LineCounter } from 'yaml';
import { nodeOfKey } from '../load/nodeOfKey';
import { isRecord } from '../load/rawEntity';
import { readNamedText } from '../load/readInput';
import type { Terminal } from '../terminal/Terminal';

const SECTION = 'maturity';
const MAX_BYTES = 10 * 1024 * 1024;

/** What `--config` says: the definitions in force and the rest of the section `maturity`. */
export interface Definitions {
  definitions: DefinitionSet;
  /** The value of `maturity`; undefined without configuration. */
  config: unknown;
  /** True when the configuration has mistakes, all of which were told. */
  faulty: boolean;
  /** File and line of a key, such as `maturity.advisor.manyStacks`, or of the nearest one above it. */
  placeOf(path: string): string;
}

/** What a configuration file holds, and where. */
type Section = Pick<Definitions, 'config' | 'placeOf'>;

/**
 * The definitions of the engine, or those of a configuration file. No file is looked for that was not named.
 *
 * @throws InputError when the file is not readable or not YAML
 */
export function readDefinitions(
  file: string | undefined,
  terminal: Terminal,
): Definitions {
  const { config, placeOf }: Section =
    file === undefined
      ? { config: undefined, placeOf: () => '' }
      : readSection(file, terminal);
  const definitions = createDefinitionSet(config);
  for (const problem of definitions.problems) {
    terminal.message(`${placeOf(problem.path)}: ${describeProblem(problem)}`);
  }
  const faulty = definitions.problems.length > 0;
  return { definitions, config, faulty, placeOf };
}

function readSection(file: string, terminal: Terminal): Section {
  const text = readNamedText(file, {
    what: 'configuration',
    cwd: terminal.cwd,
    limit: MAX_BYTES,
  });
  const lines = new LineCounter();
  const [document, second] = parseYamlDocuments(text, { lineCounter: lines });
  const lineOf = (offset: number) => `${file}:${lines.linePos(offset).line}`;
  const [fault] = document?.errors ?? [];
  if (fault) {
    throw new InputError(
      `${lineOf(fault.pos[0])}: YAML was expected: ${fault.message}`,
    );
  }
  if (second) {
    throw new InputError(
      `${lineOf(
        second.range[0],
      )}: A second document begins here; a configuration has one.`,
    );
  }
  let data: unknown;
  try {
    data = document?.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    const alias = document && lostAlias(document);
    const place = alias === undefined ? file : lineOf(alias);
    throw new InputError(
      `${place}: YAML was expected: ${isError(error) ? error.message : error}`,
    );
  }
  if (!isRecord(data)) {
    throw new InputError(
      `${file}:1: A map with the key "${SECTION}" was expected.`,
    );
  }
  const placeOf = (path: string) => {
    const start = document && nodeOfKey(document, path)?.range?.[0];
    return start === undefined ? file : lineOf(start);
  };
  if (!Object.hasOwn(data, SECTION)) {
    terminal.message(
      `${file}: There is no section "${SECTION}", so the built-in definitions count.`,
    );
    return { config: undefined, placeOf };
  }
  return { config: data[SECTION], placeOf };
}
