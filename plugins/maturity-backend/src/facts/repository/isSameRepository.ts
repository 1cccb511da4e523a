import parseGitUrl from 'git-url-parse';

const HARNESS = 'app.harness.io';
const HARNESS_REPOSITORY =
  /^ng\/account\/[^/]+\/module\/code\/orgs\/[^/]+\/projects\/[^/]+\/repos\/[^/]+(?=\/|$)/;
const BITBUCKET_SERVER_REPOSITORY =
  /^(?:projects|users)\/[^/]+\/repos\/[^/]+(?=\/|$)/;

/** The path of an address, decoded; undefined when two readers could take it apart differently. */
function pathOf(url: URL): string | undefined {
  try {
    const parts = url.pathname
      .replace(/^\/|\/$/g, '')
      .split('/')
      .map(decodeURIComponent);
    return parts.every(part => part !== '' && !/[/\\]/.test(part))
      ? parts.join('/')
      : undefined;
  } catch {
    return undefined;
  }
}

function nameIn(url: URL): string | undefined {
  try {
    return parseGitUrl(url.href).full_name;
  } catch {
    return undefined;
  }
}

/**
 * The beginning of a path that names the repository; all of it at a host whose addresses say no more.
 * What a reader could find further below is no name: a folder may be called as a repository is.
 */
function repositoryIn(path: string, url: URL): string | undefined {
  if (url.host === HARNESS) return HARNESS_REPOSITORY.exec(path)?.[0];
  const [inProject] = BITBUCKET_SERVER_REPOSITORY.exec(path) ?? [];
  if (inProject !== undefined) return inProject;
  const name = nameIn(url);
  if (!name?.includes('/')) return undefined;
  return [name, `${name}.git`].some(
    each => path === each || path.startsWith(`${each}/`),
  )
    ? name
    : undefined;
}

/**
 * Whether two addresses lie in one repository of one host, whatever their branches and folders. Where
 * addresses do not tell a repository from its folders, the first must be a folder around the second.
 * What cannot be told is no.
 */
export function isSameRepository(source: URL, file: URL): boolean {
  if (source.origin !== file.origin) return false;
  const sourcePath = pathOf(source);
  const filePath = pathOf(file);
  if (sourcePath === undefined || filePath === undefined) return false;
  const ofSource = repositoryIn(sourcePath, source);
  const ofFile = repositoryIn(filePath, file);
  if (ofSource === undefined || ofFile === undefined) return false;
  if (ofSource === ofFile) return true;
  return (
    ofSource === sourcePath &&
    ofFile === filePath &&
    filePath.startsWith(`${sourcePath}/`)
  );
}
