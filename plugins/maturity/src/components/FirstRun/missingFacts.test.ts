import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import { definitions } from '../../../dev/sample';
import { annotationSnippet } from './annotationSnippet';
import { knownAlready } from './knownAlready';
import { missingFacts } from './missingFacts';

function organization(
  open: Record<string, [failing: number, unknown: number]>,
): RollUpItem {
  return {
    key: 'organization',
    entityRef: null,
    title: 'Organization',
    parent: null,
    rollUp: {
      total: 12,
      counted: 10,
      experimental: 2,
      deprecated: 0,
      tracks: {},
      stages: { exploring: 2, starting: 10, devops: 0, sre: 0, platform: 0 },
      gain: 0,
      leverage: Object.entries(open).map(([check, [failing, unknown]]) => ({
        check,
        track: 'devops',
        failing,
        unknown,
        gain: 0,
      })),
    },
  };
}

function ranked(open: Record<string, [failing: number, unknown: number]>) {
  const data = { definitions, organization: organization(open) };
  return missingFacts(data, 3).map(({ own, checks, gain }) => [
    own.key,
    checks.map(({ id }) => id),
    gain,
  ]);
}

describe('missingFacts', () => {
  it('adds up what one annotation answers', () => {
    expect(
      ranked({
        'stack-declared': [10, 0],
        'supported-stack': [0, 10],
        'automated-tests': [0, 10],
      }),
    ).toEqual([
      ['maturity/stack', ['stack-declared', 'supported-stack'], 70],
      ['maturity/tests', ['automated-tests'], 50],
    ]);
  });

  it('puts the lower level first when two gain the same', () => {
    expect(
      ranked({ 'automated-tests': [0, 4], 'ci-pipeline': [0, 4] }),
    ).toEqual([
      ['maturity/ci', ['ci-pipeline'], 20],
      ['maturity/tests', ['automated-tests'], 20],
    ]);
  });

  it('does not count a failure that says no as missing', () => {
    expect(ranked({ 'ci-pipeline': [6, 1] })).toEqual([
      ['maturity/ci', ['ci-pipeline'], 5],
    ]);
  });

  it.each([
    ['needs no annotation of ours', 'owner-assigned'],
    ['wants two together', 'mlops-pipeline'],
    ['reads only that there is nothing', 'dependencies-declared'],
    ['reads it on another kind', 'self-service-resources'],
  ])('leaves out a check that %s', (_reason, check) => {
    expect(ranked({ [check]: [5, 5] })).toEqual([]);
  });

  it('gives no more than asked for', () => {
    const data = {
      definitions,
      organization: organization({
        'ci-pipeline': [0, 1],
        'automated-tests': [0, 1],
      }),
    };

    expect(missingFacts(data, 1)).toHaveLength(1);
  });
});

describe('knownAlready', () => {
  it('counts who passes without any annotation', () => {
    const data = {
      definitions,
      organization: organization({
        'owner-assigned': [3, 0],
        'catalog-basics': [1, 2],
        'ci-pipeline': [0, 10],
      }),
    };

    expect(
      knownAlready(data).map(({ check, passing, failing }) => [
        check.id,
        passing,
        failing,
      ]),
    ).toEqual([
      ['owner-assigned', 7, 3],
      ['source-linked', 10, 0],
      ['catalog-basics', 7, 1],
      ['system-assigned', 10, 0],
      ['docs-published', 10, 0],
    ]);
  });
});

describe('annotationSnippet', () => {
  it('writes lines that a catalog file takes', () => {
    expect(
      annotationSnippet([
        { key: 'maturity/tier', example: '1' },
        { key: 'maturity/logs', example: '{app="checkout"}' },
      ]),
    ).toBe(
      'metadata:\n  annotations:\n    maturity/tier: "1"\n    maturity/logs: "{app=\\"checkout\\"}"\n',
    );
  });
});
