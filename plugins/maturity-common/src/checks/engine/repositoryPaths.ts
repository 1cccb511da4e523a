import { isRelativePath } from '../../entity';
import type { RepositoryFacts } from '../../observe/types';

/** The path as the listing of a repository writes it; undefined when it leaves the repository or is a pattern. */
function listedPath(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.replace(/[?#].*$/s, '').split('/')) {
    if (part === '..') {
      if (parts.length === 0) {
        return undefined;
      }
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  const listed = parts.join('/');
  return /[*{}[\]]/.test(listed) ? undefined : listed;
}

/** True when the listing proves that neither a file nor a folder is at the path. */
export function isMissing(facts: RepositoryFacts, path: string): boolean {
  const listed = listedPath(path);
  if (!facts.complete || listed === undefined || listed === '') {
    return false;
  }
  const folder = `${listed}/`;
  return !facts.paths.some(each => each === listed || each.startsWith(folder));
}

/** For keys whose value is a path whenever it looks like one. */
export function relativePath(text: string): string | undefined {
  return isRelativePath(text) ? text : undefined;
}

/** For keys that usually hold a name: only a path with a folder and a file extension is taken for a path. */
export function obviousPath(text: string): string | undefined {
  return /^(?:\.\/)?(?:[\w.@-]+\/)+[\w.@-]*\.[a-z][a-z0-9]{0,7}$/i.test(text)
    ? text
    : undefined;
}

/** For TechDocs references: the folder of `dir:<path>`. */
export function docsFolder(text: string): string | undefined {
  return text.startsWith('dir:') ? text.slice('dir:'.length) : undefined;
}
