import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { observe } from '@backstage-maturity/plugin-maturity-common';
import type { RepositoryFacts } from '@backstage-maturity/plugin-maturity-common';
import { createStyles } from '../terminal/styles';
import type { Terminal } from '../terminal/Terminal';
import { readFileTree } from './fileTree';

/** What `--repo` shows, and of which entities it is a fact. */
export interface ObservedRepository {
  /** The facts of an entity by the path of its file; undefined for one that is not defined at the root. */
  factsFor(
    path: string | undefined,
  ): { repository: RepositoryFacts } | undefined;
}

/** A repository outside of the working directory brings its own catalog files. */
export function pathsWithRepo(
  paths: readonly string[],
  options: { repo?: string; cwd: string },
): readonly string[] {
  const { repo, cwd } = options;
  if (paths.length > 0) {
    return paths;
  }
  const away = repo === undefined ? '' : relative(cwd, resolve(cwd, repo));
  const isOutside = away.startsWith('..') || isAbsolute(away);
  return repo !== undefined && isOutside ? ['.', repo] : ['.'];
}

/**
 * Looks at the files of `--repo` and tells what is wrong with them.
 *
 * @throws InputError when the path is no folder
 */
export async function observeRepository(
  folder: string | undefined,
  terminal: Terminal,
): Promise<ObservedRepository> {
  if (folder === undefined) {
    return { factsFor: () => undefined };
  }
  const root = resolve(terminal.cwd, folder);
  const facts = await observe(readFileTree(root));
  const { text } = createStyles({ colors: false, unicode: true });
  for (const { source, message } of facts.problems) {
    terminal.message(
      text(`${relative(terminal.cwd, resolve(root, source))}: ${message}`, 600),
    );
  }
  if (!facts.complete) {
    terminal.message(
      `Not all files of "${folder}" were looked at, because there are too many.`,
    );
  }
  // The repository and the catalog files may be named through different links.
  const realRoot = realpathSync(root);
  return {
    factsFor: path =>
      path !== undefined && realpathSync(dirname(path)) === realRoot
        ? { repository: facts }
        : undefined,
  };
}
