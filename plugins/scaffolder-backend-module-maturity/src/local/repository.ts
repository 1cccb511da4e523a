import fs from 'node:fs';
import path from 'node:path';
import git from 'isomorphic-git';

const BRANCH = 'main';
const TRAILER = 'Scaffolder-Task';

export interface Author {
  name: string;
  email: string;
}

export interface CommitOptions {
  dir: string;
  /** Where the history is kept; by default in `.git` of the folder. */
  gitdir?: string;
  /** Relative paths to add. */
  files: readonly string[];
  message: string;
  author: Author;
  /** Id of the task that commits. */
  task: string;
}

/** Makes a folder a repository with one branch and no commit. */
export async function initRepository(dir: string): Promise<void> {
  await git.init({ fs, dir, defaultBranch: BRANCH });
}

/** Adds files and commits them; gives the id of the commit. */
export async function commitFiles(options: CommitOptions): Promise<string> {
  const { dir, files, message, author, task } = options;
  const { gitdir = path.join(dir, '.git') } = options;
  await git.add({ fs, dir, gitdir, filepath: [...files] });
  return git.commit({
    fs,
    dir,
    gitdir,
    author,
    message: `${message}\n\n${TRAILER}: ${task}\n`,
  });
}

/** The newest commit, and the task that made it; undefined when the folder is no repository. */
export async function readNewestCommit(
  dir: string,
): Promise<{ id: string; task: string | undefined } | undefined> {
  try {
    const [newest] = await git.log({ fs, dir, depth: 1 });
    if (!newest) return undefined;
    const lines = newest.commit.message.split('\n');
    // The last one: those before it may be part of a message that a template gave.
    const trailer = lines.findLast(line => line.startsWith(`${TRAILER}: `));
    return { id: newest.oid, task: trailer?.slice(TRAILER.length + 2) };
  } catch (error) {
    if (error instanceof git.Errors.NotFoundError) return undefined;
    throw error;
  }
}
