import type {
  HistoryPage,
  ScorecardDetail,
} from '@backstage-maturity/plugin-maturity-common';
import { maskDetail, maskHistory } from './masking';

type Result = ScorecardDetail['scorecard']['results'][number];

function detail(result: Partial<Result>): ScorecardDetail {
  const whole: Result = {
    check: 'c',
    track: 'devops',
    level: 1,
    status: 'pass',
    reason: 'r',
    evidence: [],
    remedy: '',
    ...result,
  };
  return {
    definitionVersion: 'v',
    scorecard: {
      entityRef: 'component:default/a',
      stage: null,
      target: null,
      notes: [],
      tracks: {},
      results: [whole],
    },
    summary: {
      entityRef: 'component:default/a',
      title: 'a',
      description: null,
      type: 'service',
      lifecycle: 'production',
      tier: null,
      owner: 'group:default/hidden',
      system: 'system:default/seen',
      stage: null,
      target: null,
      notes: [],
      tracks: {},
      overall: null,
      evaluatedAt: '2026-01-01T00:00:00.000Z',
    },
    nextLevels: [],
  };
}

const visible = new Set(['component:default/a', 'system:default/seen']);

function mask(result: Partial<Result>): Result {
  return maskDetail(detail(result), visible).scorecard.results[0];
}

describe('maskDetail', () => {
  it('hides an owner and keeps a system that the caller may see', () => {
    const { summary } = maskDetail(detail({}), visible);

    expect(summary.owner).toBeNull();
    expect(summary.system).toBe('system:default/seen');
  });

  it.each([
    ['template:default/hidden', null],
    ['system:default/seen', 'system:default/seen'],
  ])('shows the golden path %s as %s, and what came with it', (ref, shown) => {
    const goldenPath = { template: ref, checks: ['slo-defined'] };
    const masked = maskDetail({ ...detail({}), goldenPath }, visible);

    expect(masked.goldenPath).toEqual({ ...goldenPath, template: shown });
    expect(maskDetail(detail({}), visible)).not.toHaveProperty('goldenPath');
  });

  it.each([
    ['component:default/b', 'a restricted entity'],
    ['Component:Default/A', 'Component:Default/A'],
    [
      'component:default/a, resource:other/db',
      'component:default/a, a restricted entity',
    ],
    ['https://host.acme.io/path', 'https://host.acme.io/path'],
    ['http://localhost:8080/path', 'http://localhost:8080/path'],
    ['plain words', 'plain words'],
    ['component:42/hidden', 'a restricted entity'],
    ['see _Component:42/hidden_ too', 'see _a restricted entity too'],
    ['widget:42/hidden', 'widget:42/hidden'],
    ['host:8080/path', 'host:8080/path'],
    ['my-api:8080/path', 'my-api:8080/path'],
    ['http://api:8080/path', 'http://api:8080/path'],
    ['a ratio of 3:4/5 or of p:3/4', 'a ratio of 3:4/5 or of p:3/4'],
    ['component:default/b (tier 4)', 'a restricted entity'],
    [
      'component:default/a (tier 2), component:default/b (tier 4)',
      'component:default/a (tier 2), a restricted entity',
    ],
    [
      'component:default/a (api:default/b)',
      'component:default/a (a restricted entity)',
    ],
    [
      'component:default/b is at https://b.acme.io/7 of old',
      'a restricted entity',
    ],
    [
      'moved to component:default/b of old',
      'moved to a restricted entity of old',
    ],
  ])('shows the text "%s" as "%s"', (text, shown) => {
    const result = mask({
      details: { text, list: [text], count: 3 },
      evidence: [
        { strength: 'linked', source: 'a key', value: text, from: null },
      ],
    });

    expect(result.details).toEqual({ text: shown, list: [shown], count: 3 });
    expect(result.evidence[0].value).toBe(shown);
  });

  it('knows the kinds that the caller sees', () => {
    const seen = new Set([...visible, 'widget:default/seen']);
    const result = detail({ details: { text: 'Widget:42/hidden' } });

    expect(maskDetail(result, seen).scorecard.results[0].details).toEqual({
      text: 'a restricted entity',
    });
  });

  it.each([
    ['widget:42/hidden', 'a restricted entity'],
    ['widget:42/größe (tier 4)', 'a restricted entity'],
    ['component:default/a (tier 2)', 'component:default/a (tier 2)'],
    ['resolved', 'resolved'],
    [
      'component:default/a, widget:42/hidden',
      'component:default/a, a restricted entity',
    ],
  ])('shows the related entity %s as %s', (text, shown) => {
    const result = mask({
      details: { targets: [text], from: 'component:default/a' },
      evidence: [
        { strength: 'graph', source: 'dependsOn', value: text, from: null },
      ],
    });

    expect(result.details?.targets).toEqual([shown]);
    expect(result.evidence[0].value).toBe(shown);
  });

  it.each([
    ['template:default/hidden', 'a restricted entity', 'a restricted entity'],
    ['system:default/seen', '7.31.9', 'system:default/seen'],
  ])('tells of %s the version %s', (template, latest, shown) => {
    const own = {
      strength: 'declared',
      source: 'maturity/template-version',
      value: '1.2.3',
      from: null,
    } as const;
    const details = { source: own.source, value: own.value, version: '1.2.3' };

    expect(
      mask({
        details: { ...details, latest: '7.31.9', template },
        evidence: [own],
      }),
    ).toMatchObject({
      details: { ...details, latest, template: shown },
      evidence: [own],
    });
  });

  it.each([
    'hidden',
    ' Hidden',
    'template:hidden',
    'default/hidden',
    'template:default/hidden',
  ])('hides the template %s however it is written', value => {
    const source = 'backstage.io/source-template';
    const template = 'template:default/hidden';
    for (const named of [{ template }, { targets: [template] }]) {
      const result = mask({
        details: { source, value, ...named },
        evidence: [{ strength: 'linked', source, value, from: null }],
      });
      expect(JSON.stringify(result)).not.toMatch(/hidden/i);
      expect(result.details?.source).toBe(source);
    }
  });

  it('hides every word that was inherited from a hidden entity', () => {
    const evidence = {
      strength: 'declared',
      source: 'maturity/runbook',
      value: 'https://hidden.acme.io',
      from: 'system:default/hidden',
    } as const;
    const result = mask({
      details: {
        source: 'maturity/runbook',
        value: evidence.value,
        from: evidence.from,
      },
      evidence: [evidence],
    });

    expect(result.details).toEqual({
      source: 'maturity/runbook',
      value: 'a restricted entity',
      from: 'a restricted entity',
    });
    expect(result.evidence).toEqual([
      {
        strength: 'declared',
        source: 'maturity/runbook',
        value: 'a restricted entity',
        from: 'a restricted entity',
      },
    ]);
  });

  it('keeps what was inherited from a visible entity', () => {
    const evidence = {
      strength: 'declared',
      source: 'maturity/runbook',
      value: 'https://seen.acme.io',
      from: 'system:default/seen',
    } as const;

    expect(mask({ evidence: [evidence] }).evidence).toEqual([evidence]);
  });
});

describe('maskHistory', () => {
  type Change = HistoryPage['items'][number]['checks'][number];

  function masked(grounds: NonNullable<Change['before']>): Change {
    const change: Change = {
      check: 'c',
      from: 'fail',
      to: 'pass',
      before: grounds,
      after: grounds,
    };
    const item = {
      changedAt: '2026-01-01T00:00:00.000Z',
      definitionVersion: 'v',
      newDefinitions: false,
      levels: [],
      checks: [change, { check: 'd', from: 'pass', to: 'fail' } as const],
    };
    const page = maskHistory({ items: [item], pageInfo: {} }, visible);
    expect(page.items[0].checks[1]).toEqual(item.checks[1]);
    expect(page.items[0].checks[0].after).toEqual(
      page.items[0].checks[0].before,
    );
    return page.items[0].checks[0];
  }

  it('hides entities that grounds name, before and after', () => {
    const { check, from, to, before } = masked({
      reason: 'related',
      details: { targets: ['component:default/a', 'component:default/b'] },
      evidence: {
        strength: 'graph',
        source: 'dependsOn',
        value: 'component:default/b',
        from: null,
      },
    });

    expect({ check, from, to }).toEqual({
      check: 'c',
      from: 'fail',
      to: 'pass',
    });
    expect(before).toEqual({
      reason: 'related',
      details: { targets: ['component:default/a', 'a restricted entity'] },
      evidence: {
        strength: 'graph',
        source: 'dependsOn',
        value: 'a restricted entity',
        from: null,
      },
    });
  });

  it.each([
    ['system:default/hidden', 'a restricted entity', 'a restricted entity'],
    ['system:default/seen', 'system:default/seen', 'https://words.acme.io'],
  ])(
    'treats what was inherited from %s by its source',
    (from, shown, value) => {
      const { before } = masked({
        reason: 'inherited',
        details: {
          source: 'maturity/runbook',
          value: 'https://words.acme.io',
          from,
        },
        evidence: {
          strength: 'declared',
          source: 'maturity/runbook',
          value: 'https://words.acme.io',
          from,
        },
      });

      expect(before?.details).toEqual({
        source: 'maturity/runbook',
        value,
        from: shown,
      });
      expect(before?.evidence).toMatchObject({ value, from: shown });
    },
  );

  it('hides what a hidden template offers', () => {
    const { before } = masked({
      reason: 'behind',
      details: {
        version: '1.2.3',
        latest: '7.31.9',
        template: 'template:42/hidden',
      },
    });

    expect(before?.details).toEqual({
      version: '1.2.3',
      latest: 'a restricted entity',
      template: 'a restricted entity',
    });
  });

  it('leaves a bare reason alone', () => {
    expect(masked({ reason: 'missing' }).before).toEqual({ reason: 'missing' });
  });
});
