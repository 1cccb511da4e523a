import type { ScorecardDetail } from '@backstage-maturity/plugin-maturity-common';
import { maskDetail } from './masking';

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
