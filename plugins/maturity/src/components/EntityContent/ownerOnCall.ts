import { parseEntityRef } from '@backstage/catalog-model';
import type { Result } from '../../api';
import { isEntityRef } from '../checks/isEntityRef';

/** What says who owns a service, and what says who is called when it fails. */
const CHECKS = { owner: 'owner-assigned', onCall: 'on-call-linked' } as const;

function evidenceOf(results: readonly Result[], id: string) {
  return (
    results.find(({ check, status }) => check === id && status === 'pass')
      ?.evidence ?? []
  );
}

/**
 * The team that both owns a service and is called when it fails: its own on-call is the service's, or
 * the service names it. Undefined where they differ and where that cannot be told.
 */
export function ownerOnCall(results: readonly Result[]): string | undefined {
  const owners = evidenceOf(results, CHECKS.owner)
    .map(({ value }) => value)
    .filter(isEntityRef);
  const called = evidenceOf(results, CHECKS.onCall);
  return owners.find(owner =>
    called.some(
      ({ value, from }) =>
        from === owner ||
        (from === null && [owner, parseEntityRef(owner).name].includes(value)),
    ),
  );
}
