import { parseAllDocuments } from 'yaml';

/** The files of a repository, by path, wherever a practice has put them in the workspace. */
function pathsOf(files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const paths = [...files.keys()];
  return new Set(
    paths.map(path => path.replace(/^(?:change|repository)\//, '')),
  );
}

function entitiesOf(files: ReadonlyMap<string, string>): Set<string> {
  const texts = [...files]
    .filter(([path]) => path.endsWith('catalog-info.yaml'))
    .flatMap(([, text]) => parseAllDocuments(text));
  return new Set(
    texts.map(document => {
      const { kind, metadata } = document.toJS();
      return `${kind}:${metadata.namespace ?? 'default'}/${
        metadata.name
      }`.toLowerCase();
    }),
  );
}

function isDead(
  url: string,
  options: { hosts: readonly string[]; paths: ReadonlySet<string> },
): boolean {
  const { hosts, paths } = options;
  if (!URL.canParse(url)) return true;
  const { host, pathname } = new URL(url);
  const [, file] = /\/blob\/(?:main|HEAD)\/(.+)$/.exec(pathname) ?? [];
  return (
    !hosts.includes(host) ||
    pathname.includes('//') ||
    (file !== undefined && !paths.has(file))
  );
}

/** What the result page of a task names and what is nowhere: entities, files of the repository, addresses. */
export function deadLinks(
  output: Record<string, unknown>,
  options: {
    files: ReadonlyMap<string, string>;
    hosts: readonly string[];
    /** What a dry run gives in place of an address that there is not yet. */
    placeholder: RegExp;
  },
): string[] {
  const { files, hosts, placeholder } = options;
  const paths = pathsOf(files);
  const entities = entitiesOf(files);
  const {
    links,
    text,
  }: {
    links?: { title: string; url?: string; entityRef?: string; if?: unknown }[];
    text?: { content?: string }[];
  } = output;
  // The page shows no link whose condition is false, and none that leads nowhere because its step did not run.
  const shown = (links ?? []).filter(
    link =>
      (!('if' in link) || Boolean(link.if)) && (link.url ?? link.entityRef),
  );
  const named = (text ?? [])
    .flatMap(({ content = '' }) => [...content.matchAll(/`([\w./-]+)`/g)])
    .map(([, word]) => word)
    .filter(word => /\/|\.(?:md|ya?ml|json)$/.test(word));
  return [
    ...shown
      .filter(({ url, entityRef }) =>
        entityRef === undefined
          ? !placeholder.test(url ?? '') && isDead(url ?? '', { hosts, paths })
          : !entities.has(entityRef),
      )
      .map(({ title, url, entityRef }) => `${title}: ${entityRef ?? url}`),
    ...named.filter(path => !paths.has(path)),
  ];
}
