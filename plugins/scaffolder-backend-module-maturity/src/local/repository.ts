import fs from 'node:fs';
import git from 'isomorphic-git';

const BRANCH = 'main';
const TRAILER = 'Scaffolder-Task';

export interface Author {
  name: string;
  email: string;
}

export interface CommitOptions {
  dir: string;
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
  await git.add({ fs, dir, filepath: [...files] });
  return git.commit({
    fs,
    dir,
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
    const trailer = lines.find(line => line.startsWith(`${TRAILER}: `));
    return { id: newest.oid, task: trailer?.slice(TRAILER.length + 2) };
  } catch (error) {
    if (error instanceof git.Errors.NotFoundError) return undefined;
    throw error;
  }
}
