import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { InputError, isError } from '@backstage/errors';

/** As the publishing step takes them; so none leads out of the root. */
const FORM = /^[a-z][a-z0-9-]{0,62}$/;

/** What is known of a name below the root. */
export interface LocalName {
  name: string;
  /** Whether a service could be published there. */
  isFree: boolean;
  /** Location of its folder, which begins those of its entities. */
  location: string;
}

/** Tells which names are taken below the folder of local services. */
export class LocalNames {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Rejects with an InputError for what can be the name of no service. */
  async look(name: string): Promise<LocalName> {
    if (!FORM.test(name)) {
      throw new InputError(
        `The name of the service is ${JSON.stringify(
          name.slice(0, 64),
        )}; expected at most 63 lower-case letters, digits and dashes, beginning with a letter.`,
      );
    }
    const folder = path.join(this.#root, name);
    return {
      name,
      isFree: await isFree(folder),
      location: `file:${folder}`,
    };
  }
}

/** Publishing takes the place of an empty folder, and of nothing else. */
async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') return true;
    if (isError(error) && error.code === 'ENOTDIR') return false;
    throw error;
  }
}
