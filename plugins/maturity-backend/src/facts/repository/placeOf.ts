import path from 'node:path';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
} from '@backstage/catalog-model';
import type { EntityView } from '@backstage-maturity/plugin-maturity-common';
import type { RepositoryConfig } from '../../config';
import type { RepositoryPlace } from '../../database';

const FILE = 'file:';
const URL_TYPE = 'url:';

// Nobody writes a longer one, and it is a key of the database.
const LONGEST_SOURCE = 2_000;

function annotationOf(view: EntityView, key: string): string {
  const annotations: unknown = view.entity.metadata?.annotations;
  const value: unknown =
    typeof annotations === 'object' &&
    annotations !== null &&
    Object.hasOwn(annotations, key)
      ? Object.entries(annotations).find(([name]) => name === key)?.[1]
      : undefined;
  return typeof value === 'string' && value.length <= LONGEST_SOURCE
    ? value.trim()
    : '';
}

/** The direct sub-folder of the root in which a file lies at the top; undefined for any other file. */
function folderIn(root: string, file: string): string | undefined {
  if (!path.isAbsolute(file) || file.includes('\0')) return undefined;
  const parts = path.relative(root, path.resolve(file)).split(path.sep);
  const [folder] = parts;
  return parts.length === 2 && !folder.startsWith('.') ? folder : undefined;
}

function addressOf(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && !url.username && !url.password ? url : undefined;
}

/**
 * Where the files of an entity are: in a direct sub-folder of the root, or at a host that may be read;
 * undefined for an entity whose files nobody can look at.
 */
export function placeOf(
  view: EntityView,
  { root, hosts }: Pick<RepositoryConfig, 'root' | 'hosts'>,
): RepositoryPlace | undefined {
  if (root !== undefined) {
    const location = annotationOf(view, ANNOTATION_LOCATION);
    const folder = location.startsWith(FILE)
      ? folderIn(root, location.slice(FILE.length))
      : undefined;
    if (folder !== undefined) return { source: `${FILE}${folder}`, host: '' };
  }
  if (!hosts.size) return undefined;
  const source = annotationOf(view, ANNOTATION_SOURCE_LOCATION);
  if (!source.startsWith(URL_TYPE)) return undefined;
  const url = addressOf(source.slice(URL_TYPE.length));
  return url && hosts.has(url.host)
    ? { source: `${URL_TYPE}${url.href}`, host: url.host }
    : undefined;
}
