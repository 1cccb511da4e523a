import { InputError, NotFoundError } from '@backstage/errors';
import type {
  GithubIntegrationConfig,
  GitLabIntegrationConfig,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';

const EXPECTED =
  'expected the form of the scaffolder, such as github.com?owner=acme&repo=checkout';
/** A host and what follows it; every other sign of a value has to be escaped. */
const FORM = /^([a-z0-9.-]+(?::\d+)?)\?([\w.%&=/-]+)$/;
/** `.` and `..` would lead an address elsewhere. */
const PART = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
/** GitLab nests groups no deeper. */
const MOST_GROUPS = 20;
const LONGEST_QUOTE = 200;

/** How the portal reaches a host. */
type Integration =
  | { type: 'github'; config: GithubIntegrationConfig }
  | { type: 'gitlab'; config: GitLabIntegrationConfig };

/** A repository that may exist on a host. */
export interface Repository {
  host: string;
  /** An organization, a user, or groups with slashes between them. */
  owner: string;
  name: string;
  /** The address of its page. */
  url: string;
  integration: Integration;
}

/** A value as an error shows it. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return JSON.stringify(
    text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text,
  );
}

function requirePart(part: string, place: string): void {
  if (PART.test(part)) return;
  throw new InputError(
    `The ${place} is ${quote(
      part,
    )}; expected 1 to 100 letters, digits, dots, underscores and dashes, and neither "." nor "..".`,
  );
}

function requireOwner(owner: string, { type }: Integration): void {
  const groups = type === 'gitlab' ? owner.split('/') : [owner];
  if (groups.length > MOST_GROUPS) {
    throw new InputError(
      `The owner ${quote(owner)} has ${
        groups.length
      } groups; expected at most ${MOST_GROUPS}.`,
    );
  }
  for (const group of groups) requirePart(group, 'owner');
}

function integrationOf(
  host: string,
  integrations: ScmIntegrationRegistry,
): Integration {
  const github = integrations.github.byHost(host);
  if (github) return { type: 'github', config: github.config };
  const gitlab = integrations.gitlab.byHost(host);
  if (gitlab) return { type: 'gitlab', config: gitlab.config };
  throw new NotFoundError(
    `The portal has no integration for the host ${quote(
      host,
    )}; expected one of GitHub or GitLab.`,
  );
}

/**
 * Reads a repository as the publishing steps do. Throws an InputError for what is none, and a
 * NotFoundError when the portal has no integration of GitHub or GitLab for the host.
 */
export function readRepository(
  repoUrl: string,
  integrations: ScmIntegrationRegistry,
): Repository {
  const [, host = '', query = ''] = FORM.exec(repoUrl) ?? [];
  const given = [...new URLSearchParams(query)].filter(([, value]) => value);
  const names = given.map(([name]) => name).sort();
  if (names.join() !== 'owner,repo') {
    throw new InputError(
      `The query parameter "repoUrl" is ${quote(repoUrl)}; ${EXPECTED}.`,
    );
  }
  const integration = integrationOf(host, integrations);
  const { owner = '', repo: name = '' } = parseRepoUrl(repoUrl, integrations);
  requireOwner(owner, integration);
  requirePart(name, 'repository');
  const site =
    integration.type === 'gitlab'
      ? integration.config.baseUrl
      : `https://${host}`;
  return { host, owner, name, url: `${site}/${owner}/${name}`, integration };
}
