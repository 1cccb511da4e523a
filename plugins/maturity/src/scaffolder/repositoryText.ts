/** A repository as the inputs have it; what is not given yet is empty. */
export interface RepositoryParts {
  host: string;
  /** An organization, a user, or groups with slashes between them. */
  owner: string;
  name: string;
}

/** Reads the scaffolder's text of a repository, such as `github.com?owner=acme&repo=checkout`. */
export function partsOf(text: string): RepositoryParts {
  const [, host = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(text) ?? [];
  const parameters = new URLSearchParams(query);
  return {
    host,
    owner: parameters.get('owner') ?? '',
    name: parameters.get('repo') ?? '',
  };
}

/** The text that the steps of a template take. */
export function textOf({ host, owner, name }: RepositoryParts): string {
  return `${host}?${new URLSearchParams({ owner, repo: name })}`;
}

/** A repository as people write it. */
export function pathOf({ owner, name }: RepositoryParts): string {
  return `${withoutEnd(owner)}/${name}`;
}

/** A slash at the end waits for another group; the steps of a template ignore it. */
export function withoutEnd(owner: string): string {
  return owner.replace(/\/$/, '');
}
