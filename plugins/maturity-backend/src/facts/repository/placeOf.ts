import path from 'node:path';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
} from '@backstage/catalog-model';
import type { EntityView } from '@backstage-maturity/plugin-maturity-common';
import type { RepositoryConfig } from '../../config';
import type { RepositoryPlace } from '../../database';
import { isSameRepository } from './isSameRepository';

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

type Places = Pick<RepositoryConfig, 'root' | 'hosts'>;

const ELSEWHERE = `The files are not read, because "${ANNOTATION_SOURCE_LOCATION}" names another repository than the one that the entity was registered from.`;

/** The address of the file that an entity was registered from, unless readers may read it differently. */
function registeredAt(view: EntityView): URL | undefined {
  const location = annotationOf(view, ANNOTATION_LOCATION);
  if (!location.startsWith(URL_TYPE)) return undefined;
  const text = location.slice(URL_TYPE.length);
  const url = addressOf(text);
  return url && text.startsWith(`${url.origin}${url.pathname}`)
    ? url
    : undefined;
}

function localPlaceOf(
  view: EntityView,
  { root }: Places,
): RepositoryPlace | undefined {
  if (root === undefined) return undefined;
  const location = annotationOf(view, ANNOTATION_LOCATION);
  const folder = location.startsWith(FILE)
    ? folderIn(root, location.slice(FILE.length))
    : undefined;
  return folder === undefined
    ? undefined
    : { source: `${FILE}${folder}`, host: '' };
}

/**
 * The address that an entity gives for its files, at a host that may be read. Whoever writes the entity
 * chooses it, unlike the location of the entity, which the catalog sets.
 */
function claimedAddressOf(
  view: EntityView,
  { hosts }: Places,
): URL | undefined {
  const source = annotationOf(view, ANNOTATION_SOURCE_LOCATION);
  if (!hosts.size || !source.startsWith(URL_TYPE)) return undefined;
  const url = addressOf(source.slice(URL_TYPE.length));
  return url && hosts.has(url.host) ? url : undefined;
}

function isOwn(url: URL, view: EntityView): boolean {
  const file = registeredAt(view);
  return file !== undefined && isSameRepository(url, file);
}

/**
 * Where the files of an entity are: in a direct sub-folder of the root, or in the repository that it was
 * registered from, at a host that may be read; undefined for an entity whose files nobody can look at.
 */
export function placeOf(
  view: EntityView,
  config: Places,
): RepositoryPlace | undefined {
  const local = localPlaceOf(view, config);
  if (local) return local;
  const url = claimedAddressOf(view, config);
  return url && isOwn(url, view)
    ? { source: `${URL_TYPE}${url.href}`, host: url.host }
    : undefined;
}

/** Why files are left alone that an entity names at a host that may be read; undefined when it names none. */
export function refusalOf(
  view: EntityView,
  config: Places,
): string | undefined {
  return claimedAddressOf(view, config) && !placeOf(view, config)
    ? ELSEWHERE
    : undefined;
}
