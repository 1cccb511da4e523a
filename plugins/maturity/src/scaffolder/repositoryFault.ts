import { type RepositoryParts, withoutEnd } from './repositoryText';

const PART = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
/** GitLab nests groups no deeper. */
const MOST_GROUPS = 20;

/** What is known of a host by its name; the portal's backend knows it in full. */
export type HostKind = 'github' | 'gitlab' | 'other';

export function kindOf(host: string): HostKind {
  if (host.includes('gitlab')) return 'gitlab';
  return host.includes('github') ? 'github' : 'other';
}

/** Why a repository cannot be made: its owner, the groups that it is in, or its name. */
export type RepositoryFault = 'owner' | 'groups' | 'name';

function ownerFault({
  host,
  owner,
}: RepositoryParts): RepositoryFault | undefined {
  if (kindOf(host) === 'github') return PART.test(owner) ? undefined : 'owner';
  const groups = withoutEnd(owner).split('/');
  return groups.length <= MOST_GROUPS && groups.every(group => PART.test(group))
    ? undefined
    : 'groups';
}

/** What is wrong with the form of what is given; undefined when nothing is. */
export function repositoryFault(
  parts: RepositoryParts,
): RepositoryFault | undefined {
  const fault = parts.owner === '' ? undefined : ownerFault(parts);
  if (fault) return fault;
  return parts.name === '' || PART.test(parts.name) ? undefined : 'name';
}

/** Whether everything is given. */
export function isComplete({ host, owner, name }: RepositoryParts): boolean {
  return host !== '' && owner !== '' && name !== '';
}
