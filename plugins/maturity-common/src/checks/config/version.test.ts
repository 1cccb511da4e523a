import { BUILT_IN_CHECKS } from '../builtInChecks';
import { createDefinitionSet } from './createDefinitionSet';
import { SECURITY, THREAT_MODEL } from './fixtures/ownChecks';

describe('version', () => {
  const version = (config: unknown) => createDefinitionSet(config).version;
  const base = {
    tracks: [SECURITY],
    checks: { 'threat-model': THREAT_MODEL, 'ci-pipeline': { weight: 4 } },
    absence: { 'ci-pipeline': 'fail', 'automated-tests': 'fail' },
    stackAliases: { a: 'go', b: 'go' },
  };

  it('does not depend on the order of keys', () => {
    const turned = {
      stackAliases: { b: 'go', a: 'go' },
      absence: { 'automated-tests': 'fail', 'ci-pipeline': 'fail' },
      checks: {
        'ci-pipeline': { weight: 4 },
        'threat-model': {
          ...Object.fromEntries(Object.entries(THREAT_MODEL).reverse()),
          applies: { 'spec.lifecycle': 'production', kind: 'Component' },
        },
      },
      tracks: [Object.fromEntries(Object.entries(SECURITY).reverse())],
    };
    expect(version(turned)).toBe(version(base));
  });

  it('changes with the weight of any check', () => {
    const versions = BUILT_IN_CHECKS.map(({ definition }) =>
      version({ checks: { [definition.id]: { weight: 99 } } }),
    );
    expect(new Set([version({}), ...versions]).size).toBe(49);
  });

  it.each<[string, object]>([
    [
      'a predicate',
      { checks: { 'threat-model': { ...THREAT_MODEL, pass: { kind: 'x' } } } },
    ],
    [
      'a level name',
      { tracks: [{ ...SECURITY, levels: ['Basic', 'Hard', 'Proven'] }] },
    ],
    ['a setting', { defaultTier: 3 }],
    ['an alias', { stackAliases: { a: 'go', b: 'node' } }],
    [
      'an exemption',
      {
        exemptions: [
          {
            entity: 'a',
            check: 'ci-pipeline',
            reason: 'x',
            until: '2027-01-01',
          },
        ],
      },
    ],
    [
      'a check switched off',
      {
        checks: {
          'threat-model': THREAT_MODEL,
          'ci-pipeline': { enabled: false },
        },
      },
    ],
  ])('changes with %s', (_name, change) => {
    expect(version({ ...base, ...change })).not.toBe(version(base));
  });

  it('does not change with what does not count', () => {
    expect(version({ ...base, sweep: { pageSize: 5 } })).toBe(version(base));
    expect(version({ checks: { 'ci-pipeline': { weight: 5 } } })).toBe(
      version({}),
    );
  });
});
