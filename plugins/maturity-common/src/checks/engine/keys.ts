import { isHttpUrl } from '../../entity';
import { mayBeTestFile } from '../../observe/paths';
import { anyValue } from './rules';
import type { KeyTrait, Rule, Traits } from './traits';

/** A key of our own; any real value will do unless a rule is given. */
export function declared(
  key: string,
  options: Partial<Omit<KeyTrait, 'key' | 'strength'>> = {},
): KeyTrait {
  return { rule: anyValue, ...options, key, strength: 'declared' };
}

/** A key that a known plugin consumes. */
export function linked(
  key: string,
  options: Partial<Omit<KeyTrait, 'key' | 'strength'>> = {},
): KeyTrait {
  return { rule: anyValue, ...options, key, strength: 'linked' };
}

/** Snyk counts once an organization and something inside it are named. */
export const SNYK: KeyTrait = linked('snyk.io/org-id', {
  together: [
    'snyk.io/target-id',
    'snyk.io/targets',
    'snyk.io/target-name',
    'snyk.io/project-ids',
    'snyk.io/project-key',
  ],
});

/** The name of a repository with its owner, such as `acme/checkout`. */
export const repositorySlug: Rule = text =>
  /^[^/\s]+(?:\/[^/\s]+)+$/.test(text)
    ? { verdict: 'pass' }
    : {
        verdict: 'fail',
        reason: 'malformed',
        details: { expected: 'owner/name' },
      };

/** A source location that others can reach; a path on one machine is none. */
export const sourceLocation: Rule = text => {
  if (text.startsWith('file:')) {
    return { verdict: 'fail', reason: 'local-location' };
  }
  return text.startsWith('url:') && isHttpUrl(text.slice('url:'.length))
    ? { verdict: 'pass' }
    : {
        verdict: 'fail',
        reason: 'malformed',
        details: { expected: 'url: and an http(s) address' },
      };
};

/** Tests that are declared where the repository holds nothing that could be a test file. */
export const noTestFile: Traits['contradiction'] = (_, { facts }) =>
  facts.repository?.testFiles.length === 0 &&
  !facts.repository.paths.some(mayBeTestFile)
    ? 'no test file'
    : undefined;
