import { CatalogReader } from './CatalogReader';
import { findFiles } from './findFiles';
import { Ignored } from './Ignored';
import { shownPath } from './shownPath';
import type { LoadedCatalog, Problem } from './types';

export interface LoadOptions {
  /** Files, folders and globs whose entities are scored. */
  paths: readonly string[];
  /** The same for entities that are only known. */
  context: readonly string[];
  cwd: string;
}

/**
 * Reads catalog files. Mistakes are told in `problems` and the rest is read; an entity that was defined
 * before is left out.
 *
 * @throws InputError when a path does not exist
 */
export async function loadCatalog(
  options: LoadOptions,
): Promise<LoadedCatalog> {
  const { paths, context, cwd } = options;
  const ignored = new Ignored();
  const scored = await findFiles(paths, cwd, ignored);
  const known = await findFiles(context, cwd, ignored);
  const explicit = [...scored, ...known].filter(file => file.explicit);
  const reader = new CatalogReader(
    cwd,
    new Set(explicit.map(({ path }) => path)),
    ignored,
  );
  // Files that are named come first, so that a mistake in one keeps its weight when a folder holds it too.
  const inOrder = [...scored].sort(
    (a, b) => Number(b.explicit) - Number(a.explicit),
  );
  for (const file of inOrder) {
    await reader.read(file, { scored: true });
  }
  for (const file of known) {
    await reader.read(file, { scored: false });
  }
  const unread = ignored.unread.map(({ path, why }): Problem => {
    const message = `The file ${why}, so nothing was left out because of it.`;
    return { kind: 'note', file: shownPath(cwd, path), message, fatal: false };
  });
  return {
    entities: reader.entities,
    problems: [...unread, ...reader.problems],
  };
}

/** One line for a person: where, what field, what is wrong. */
export function describeLoadProblem(problem: Problem): string {
  const place =
    problem.line === undefined
      ? problem.file
      : `${problem.file}:${problem.line}`;
  const field = problem.field === undefined ? '' : `${problem.field}: `;
  return `${place}: ${field}${problem.message}`;
}
