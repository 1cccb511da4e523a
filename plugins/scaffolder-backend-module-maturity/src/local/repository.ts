import fs from 'node:fs';
import path from 'node:path';
import git from 'isomorphic-git';

const BRANCH = 'main';
const TASK = 'Scaffolder-Task';
const STEP = 'Scaffolder-Step';

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
  /** Relative paths to remove. */
  removed?: readonly string[];
  message: string;
  author: Author;
  work: Work;
}

/** What a commit was made by, so that it is known again when a task that was stopped runs once more. */
export interface Work {
  /** Id of the task. */
  task: string;
  /** Id of its step; a task may change a service in several. */
  step: string;
}

/** Makes a folder a repository with one branch and no commit. */
export async function initRepository(dir: string): Promise<void> {
  await git.init({ fs, dir, defaultBranch: BRANCH });
}

/** Adds and removes files and commits that; gives the id of the commit. */
export async function commitFiles(options: CommitOptions): Promise<string> {
  const { dir, files, removed = [], message, author, work } = options;
  const { gitdir = path.join(dir, '.git') } = options;
  await git.add({ fs, dir, gitdir, filepath: [...files] });
  for (const filepath of removed) {
    await git.remove({ fs, dir, gitdir, filepath });
  }
  return git.commit({
    fs,
    dir,
    gitdir,
    author,
    message: `${message}\n\n${TASK}: ${work.task}\n${STEP}: ${work.step}\n`,
  });
}

/** The newest commit, and what made it; undefined when the folder is no repository. */
export async function readNewestCommit(
  dir: string,
): Promise<({ id: string } & Partial<Work>) | undefined> {
  try {
    const [newest] = await git.log({ fs, dir, depth: 1 });
    if (!newest) return undefined;
    const lines = newest.commit.message.split('\n');
    // The last one: those before it may be part of a message that a template gave.
    const trailer = (key: string) =>
      lines
        .findLast(line => line.startsWith(`${key}: `))
        ?.slice(key.length + 2);
    return { id: newest.oid, task: trailer(TASK), step: trailer(STEP) };
  } catch (error) {
    if (error instanceof git.Errors.NotFoundError) return undefined;
    throw error;
  }
}
