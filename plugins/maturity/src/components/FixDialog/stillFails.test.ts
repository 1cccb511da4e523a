import {
  createEntityView,
  fixFor,
  formChanges,
} from '@backstage-maturity/plugin-maturity-common';
import type { Entity } from '@backstage/catalog-model';
import { stillFails } from './stillFails';

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', annotations: { 'maturity/tier': '1' } },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
};

/** What the dialog says to a value for the first field of a check's form. */
function saidTo(check: string, value: string): string | undefined {
  const fix = fixFor(createEntityView(ENTITY), {
    check,
    track: '',
    level: 1,
    status: 'fail',
    reason: 'missing',
    evidence: [],
    remedy: '',
  });
  if (fix?.kind !== 'form') throw new Error(`There is no form for ${check}.`);
  const [field] = fix.fields;
  const { edits } = formChanges(
    { needs: 'one', fields: [field] },
    new Map([[field.id, value]]),
  );
  const changes = edits.get('component:default/checkout') ?? [];
  expect(changes).toHaveLength(1);
  return stillFails({ check, entity: ENTITY, changes });
}

describe('stillFails', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') });
  });

  afterEach(() => jest.useRealTimers());

  it.each([
    ['runbook-linked', 'TODO', /runbook says "TODO"/],
    ['readiness-review', '2099-01-01', /2099-01-01, which is still to come/],
    ['readiness-review', '2015-01-01', /may be at most \d+ days ago/],
    ['golden-signals', 'latency', /leaves out: /],
    ['build-provenance', '0', /says "?0"?/],
    ['catalog-basics', 'Shop.', /has 5 characters/],
  ])('says why %s fails with "%s"', (check, value, why) => {
    expect(saidTo(check, value)).toMatch(why);
  });

  it.each([
    ['runbook-linked', 'https://wiki.acme.test/checkout'],
    ['readiness-review', '2026-10-01'],
    ['golden-signals', 'latency, traffic, errors, saturation'],
    ['build-provenance', '3'],
    // Whether the catalog holds it is not known here.
    ['owner-assigned', 'group:default/payments'],
    ['system-assigned', 'shop'],
  ])('says nothing to %s with "%s"', (check, value) => {
    expect(saidTo(check, value)).toBeUndefined();
  });
});
