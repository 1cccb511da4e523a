import { CatalogReader } from './CatalogReader';
import { findFiles } from './findFiles';
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
  const scored = await findFiles(paths, cwd);
  const known = await findFiles(context, cwd);
  const explicit = [...scored, ...known].filter(file => file.explicit);
  const reader = new CatalogReader(
    cwd,
    new Set(explicit.map(({ path }) => path)),
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
  return { entities: reader.entities, problems: reader.problems };
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
