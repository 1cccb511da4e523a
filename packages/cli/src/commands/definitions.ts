import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import {
  createDefinitionSet,
  describeProblem,
  duplicateKeys,
} from '@backstage-maturity/plugin-maturity-common';
import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import { parseDocument } from 'yaml';
import type { Terminal } from '../terminal/Terminal';

/** What `--config` says: the definitions in force and the rest of the section `maturity`. */
export interface Definitions {
  definitions: DefinitionSet;
  /** The value of `maturity`; undefined without configuration. */
  config: unknown;
  /** True when the configuration has mistakes, all of which were told. */
  faulty: boolean;
}

/**
 * The definitions of the engine, or those of a configuration file. No file is looked for that was not named.
 *
 * @throws InputError when the file is not readable or not YAML
 */
export function readDefinitions(
  file: string | undefined,
  terminal: Terminal,
): Definitions {
  const config =
    file === undefined ? undefined : readSection(file, terminal.cwd);
  const definitions = createDefinitionSet(config);
  for (const problem of definitions.problems) {
    terminal.message(`${file}: ${describeProblem(problem)}`);
  }
  return { definitions, config, faulty: definitions.problems.length > 0 };
}

function readSection(file: string, cwd: string): unknown {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch (error) {
    throw new InputError(
      `The configuration "${file}" could not be read: ${
        isError(error) ? error.message : error
      }`,
    );
  }
  const document = parseDocument(text, {
    logLevel: 'silent',
    uniqueKeys: false,
  });
  const [fault] = document.errors;
  const [twice] = duplicateKeys(document);
  if (fault) {
    throw new InputError(
      `The configuration "${file}" is not YAML: ${
        fault.message.split('\n', 1)[0]
      }`,
    );
  }
  if (twice) {
    throw new InputError(
      `The configuration "${file}" holds the key "${twice.value}" twice in one map; expected each key once.`,
    );
  }
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  return typeof data === 'object' &&
    data !== null &&
    Object.hasOwn(data, 'maturity')
    ? Object.entries(data).find(([key]) => key === 'maturity')?.[1]
    : undefined;
}
