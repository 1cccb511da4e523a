import { BUILT_IN_CHECKS } from '../../checks';
import { closest } from '../../checks/config/closest';
import { ANNOTATION_PREFIX, OWN_KEYS } from '../../entity';
import type { OwnKey } from '../../entity';

const EXEMPT = `${ANNOTATION_PREFIX}exempt.`;
const EXEMPT_NAME = 'exempt.<check-id>';
const BY_KEY: ReadonlyMap<string, OwnKey> = new Map(
  OWN_KEYS.filter(({ name }) => name !== EXEMPT_NAME).map(own => [
    own.key,
    own,
  ]),
);
const NAMES = [...BY_KEY.values()].map(({ name }) => name);
const BUILT_IN_IDS: ReadonlySet<string> = new Set(
  BUILT_IN_CHECKS.map(({ definition }) => definition.id),
);

/**
 * What is known of an annotation key of this project.
 *
 * @public
 */
export type OwnKeyMatch =
  /** The key of someone else. */
  | { is: 'foreign' }
  | { is: 'own'; own: OwnKey }
  /** It begins like a key of ours and is none; `near` are keys that may have been meant. */
  | { is: 'unknown'; near: readonly string[] };

/** By name, because the prefix that all keys share would make them all near each other. */
function nearKeys(key: string): string[] {
  const name = key.slice(ANNOTATION_PREFIX.length);
  return closest(name, NAMES).map(each => `${ANNOTATION_PREFIX}${each}`);
}

/**
 * Finds the definition of an annotation key. `checkIds` are the checks that an exemption may name; by
 * default the built-in ones.
 *
 * @public
 */
export function ownKeyOf(
  key: string,
  checkIds: ReadonlySet<string> = BUILT_IN_IDS,
): OwnKeyMatch {
  if (!key.startsWith(ANNOTATION_PREFIX)) {
    return { is: 'foreign' };
  }
  if (key.startsWith(EXEMPT)) {
    const id = key.slice(EXEMPT.length);
    const own = OWN_KEYS.find(({ name }) => name === EXEMPT_NAME);
    return own && checkIds.has(id)
      ? { is: 'own', own: { ...own, key, name: `exempt.${id}` } }
      : {
          is: 'unknown',
          near: closest(id, checkIds).map(each => `${EXEMPT}${each}`),
        };
  }
  const own = BY_KEY.get(key);
  return own ? { is: 'own', own } : { is: 'unknown', near: nearKeys(key) };
}
