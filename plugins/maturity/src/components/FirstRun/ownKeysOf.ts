import {
  OWN_KEYS,
  type OwnKey,
} from '@backstage-maturity/plugin-maturity-common';
import type { Check } from '../../api';

const OWN: ReadonlyMap<string, OwnKey> = new Map(
  OWN_KEYS.map(own => [own.key, own]),
);
const CODE = /`([^`]+)`/g;

/** Our annotation keys among what decides a check, in the order in which it reads them. */
export function ownKeysOf(check: Check): OwnKey[] {
  return Array.from(check.decides.matchAll(CODE)).flatMap(
    ([, name]) => OWN.get(name) ?? [],
  );
}

/**
 * The annotation that answers a check alone when it stands on the component itself. There is none
 * where the check reads no annotation of ours, wants several together, or where the annotation only
 * says that there is nothing to declare.
 */
export function answeringKey(check: Check): OwnKey | undefined {
  if (check.decides.includes(' AND ')) return undefined;
  const own = ownKeysOf(check).at(0);
  return own && own.form.is !== 'flag' && own.kinds.includes('Component')
    ? own
    : undefined;
}
