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
  ])('shows the text "%s" as "%s"', (text, shown) => {
    const result = mask({
      details: { text, list: [text], count: 3 },
      evidence: [
        { strength: 'graph', source: 'dependsOn', value: text, from: null },
      ],
    });

    expect(result.details).toEqual({ text: shown, list: [shown], count: 3 });
    expect(result.evidence[0].value).toBe(shown);
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

  it('leaves a bare reason alone', () => {
    expect(masked({ reason: 'missing' }).before).toEqual({ reason: 'missing' });
  });
});
