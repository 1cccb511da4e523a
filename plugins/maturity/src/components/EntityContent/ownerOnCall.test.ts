import type { Result } from '../../api';
import { ownerOnCall } from './ownerOnCall';

const TEAM = 'group:default/tracking';

function result(check: string, evidence: Result['evidence']): Result {
  return {
    check,
    track: 'sre',
    level: 1,
    status: 'pass',
    reason: 'found',
    evidence,
    remedy: '',
  };
}

const owned = result('owner-assigned', [
  { strength: 'graph', source: 'ownedBy', value: TEAM, from: null },
]);

function called(value: string, from: string | null): Result {
  return result('on-call-linked', [
    { strength: 'linked', source: 'maturity/on-call', value, from },
  ]);
}

describe('ownerOnCall', () => {
  it.each([
    ['the on-call of its owner', called('PTRACK7', TEAM)],
    ['its owner in full', called(TEAM, null)],
    ['its owner by name', called('tracking', null)],
  ])('is the owner of a service that says %s', (_, onCall) => {
    expect(ownerOnCall([owned, onCall])).toBe(TEAM);
  });

  it.each([
    ['the on-call of somebody else', called('P1', 'group:default/ops')],
    ['a schedule that names nobody', called('PTRACK7', null)],
    ['what the reader may not see', called('P1', 'a restricted entity')],
    ['nothing', { ...called('P1', TEAM), status: 'fail' as const }],
  ])('is unknown of a service that says %s', (_, onCall) => {
    expect(ownerOnCall([owned, onCall])).toBeUndefined();
  });

  it('is unknown without an owner', () => {
    expect(ownerOnCall([called('P1', TEAM)])).toBeUndefined();
  });
});
