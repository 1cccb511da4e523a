import { createDefinitionSet } from './createDefinitionSet';
import { describeProblem } from './describeProblem';

function read(changes: Record<string, unknown>) {
  const { problems, settings } = createDefinitionSet({
    exemptions: [
      {
        entity: 'checkout',
        check: 'ci-pipeline',
        reason: 'Moves in March.',
        until: '2027-06-30',
        ...changes,
      },
    ],
  });
  return {
    told: problems.map(describeProblem),
    exemptions: settings.exemptions,
  };
}

describe('readExemptions', () => {
  it.each([
    ['checkout', 'component:default/checkout'],
    ['Payments/Check_out.v2', 'component:payments/check_out.v2'],
    ['Component:Checkout', 'component:default/checkout'],
  ])('takes the entity "%s"', (entity, entityRef) => {
    const { told, exemptions } = read({ entity });

    expect(told).toEqual([]);
    expect(exemptions).toEqual([expect.objectContaining({ entityRef })]);
  });

  it.each([
    'x y',
    'component:a/b/c',
    'component:a b/c',
    'com ponent:c',
    'component:default/-c',
    'component:',
    'api:default/checkout',
    `component:default/${'c'.repeat(64)}`,
  ])('refuses the entity "%s", which no component can be', entity => {
    expect(read({ entity })).toEqual({
      told: [
        `maturity.exemptions[0].entity is "${entity}"; expected the reference of a component, e.g. component:default/checkout.`,
      ],
      exemptions: [],
    });
  });

  it.each(['ada', 'group:default/security', 'user:acme/ada.lovelace'])(
    'takes the approval of "%s", as written',
    approvedBy => {
      const { told, exemptions } = read({ approvedBy });

      expect(told).toEqual([]);
      expect(exemptions).toEqual([expect.objectContaining({ approvedBy })]);
    },
  );

  it.each(['@@@ %', 'Ada Lovelace', 'user:a/b/c'])(
    'refuses the approval of "%s"',
    approvedBy => {
      expect(read({ approvedBy })).toEqual({
        told: [
          `maturity.exemptions[0].approvedBy is "${approvedBy}"; expected the reference of a user or a group, e.g. user:default/ada.`,
        ],
        exemptions: [],
      });
    },
  );
});
