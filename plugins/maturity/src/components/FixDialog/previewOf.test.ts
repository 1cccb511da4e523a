import type { Entity } from '@backstage/catalog-model';
import { previewOf } from './previewOf';

const REF = 'component:default/checkout';
const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    annotations: {
      'maturity/tier': '2',
      'maturity/runbook': 'https://r.test/',
    },
  },
  spec: { type: 'service', owner: 'payments' },
};

describe('previewOf', () => {
  it('shows the values that change, before and after', () => {
    const preview = previewOf({
      ref: REF,
      about: ENTITY,
      changes: [
        { do: 'set-annotation', key: 'maturity/tier', value: '1' },
        { do: 'remove-annotation', key: 'maturity/runbook' },
        { do: 'set-field', path: ['spec', 'system'], value: 'shop' },
      ],
    });

    expect(preview).toMatchObject({
      ok: true,
      known: true,
      changes: [
        {
          path: 'metadata.annotations.maturity/tier',
          before: '2',
          after: '1',
        },
        {
          path: 'metadata.annotations.maturity/runbook',
          before: 'https://r.test/',
          after: undefined,
        },
        { path: 'spec.system', before: undefined, after: 'shop' },
      ],
    });
    if (!preview.ok) throw new Error(preview.problems.join());
    expect(preview.diff).toContain("-    maturity/tier: '2'");
    expect(preview.diff).toContain("+    maturity/tier: '1'");
    expect(preview.lines).toBe(
      [
        '# Remove metadata.annotations.maturity/runbook',
        'kind: Component',
        'metadata:',
        '  name: checkout',
        '  annotations:',
        "    maturity/tier: '1'",
        'spec:',
        '  system: shop',
        '',
      ].join('\n'),
    );
  });

  it('adds to what is there, and does not show it as new', () => {
    const preview = previewOf({
      ref: REF,
      about: ENTITY,
      changes: [
        { do: 'set-annotation', key: 'maturity/on-call', value: 'pay' },
        { do: 'set-field', path: ['spec', 'system'], value: 'shop' },
      ],
    });

    if (!preview.ok) throw new Error(preview.problems.join());
    expect(preview.diff.split('\n').filter(line => line !== '')).toEqual([
      '   name: checkout',
      '   annotations:',
      "     maturity/runbook: 'https://r.test/'",
      "+    maturity/on-call: 'pay'",
      ' spec:',
      '   owner: payments',
      '+  system: shop',
    ]);
  });

  it('knows only the new values of another entity', () => {
    const preview = previewOf({
      ref: 'resource:default/orders',
      about: ENTITY,
      changes: [{ do: 'set-annotation', key: 'maturity/tier', value: '1' }],
    });

    expect(preview).toMatchObject({
      ok: true,
      known: false,
      changes: [{ before: undefined, after: '1' }],
    });
  });

  it('refuses what the checks cannot read', () => {
    expect(
      previewOf({
        ref: REF,
        about: ENTITY,
        changes: [{ do: 'set-annotation', key: 'maturity/tier', value: '9' }],
      }),
    ).toMatchObject({ ok: false });
  });

  it('takes no harm from keys that every object has', () => {
    const entity: Entity = {
      ...ENTITY,
      metadata: { name: 'checkout', annotations: { constructor: 'x' } },
    };

    expect(
      previewOf({
        ref: REF,
        about: entity,
        changes: [{ do: 'set-annotation', key: '__proto__', value: 'x' }],
      }).ok,
    ).toBe(false);
  });
});
