import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';

/** Where the catalog file of an entity is kept, as far as its location tells. */
export type Home =
  /** A file of the portal's machine; `folder` is the name of the folder that holds it. */
  | { is: 'file'; location: string; folder: string; catalogFile: string }
  | { is: 'github' | 'gitlab'; repoUrl: string; catalogFile: string }
  | { is: 'unknown' };

const UNKNOWN: Home = { is: 'unknown' };

/** Path of the file in `/owner/repo/blob/main/path`, or in `/group/repo/-/blob/main/path`. */
const GITHUB = /^\/([^/]+)\/([^/]+)\/(?:blob|tree|raw)\/[^/]+\/(.+)$/;
const GITLAB = /^\/(.+)\/([^/]+)\/-\/(?:blob|tree|raw)\/[^/]+\/(.+)$/;
/** As the template takes it: no way out of the repository. */
const FILE = /^(?!.*\.\.)[\w.-]+(?:\/[\w.-]+)*$/;

const HOSTS = new Map([
  ['github.com', { is: 'github', form: GITHUB }],
  ['gitlab.com', { is: 'gitlab', form: GITLAB }],
] as const);

function homeAt(url: URL): Home {
  for (const [host, { is, form }] of HOSTS) {
    const found = url.host === host ? form.exec(url.pathname) : undefined;
    if (!found) continue;
    const [, owner, repo, catalogFile] = found;
    if (!FILE.test(catalogFile)) return UNKNOWN;
    const query = new URLSearchParams({ owner, repo });
    return { is, repoUrl: `${host}?${query}`, catalogFile };
  }
  return UNKNOWN;
}

/** Reads where an entity comes from. Only hosts and paths that the template takes are known. */
export function homeOf(entity: Entity): Home {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
  if (location.startsWith('file:')) {
    const [folder, catalogFile] = location.split('/').slice(-2);
    return catalogFile && FILE.test(catalogFile)
      ? { is: 'file', location, folder, catalogFile }
      : UNKNOWN;
  }
  const address = location.startsWith('url:') ? location.slice(4) : '';
  return URL.canParse(address) ? homeAt(new URL(address)) : UNKNOWN;
}
