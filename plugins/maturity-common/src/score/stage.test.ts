import { stageOf, targetOf, type StageInput } from './stage';
import type { TrackScore } from './types';

function score(level: number | null, achievable: number | null): TrackScore {
  const figure = level === null ? null : 50;
  return {
    level,
    achievable,
    score: figure,
    coverage: figure,
    proven: figure,
    next: [],
  };
}

type Pair = [number | null, number | null];

function production(pairs: {
  devops?: Pair;
  sre?: Pair;
  platform?: Pair;
}): StageInput {
  return {
    lifecycle: 'production',
    tracks: {
      devops: score(...(pairs.devops ?? [2, 4])),
      sre: score(...(pairs.sre ?? [2, 4])),
      platform: score(...(pairs.platform ?? [2, 4])),
    },
  };
}

describe('stageOf', () => {
  it.each([
    ['all three gates are open', {}, 'platform'],
    ['platform is at level 1', { platform: [1, 4] }, 'sre'],
    ['sre is at level 1', { sre: [1, 4] }, 'devops'],
    ['sre is closed and platform open', { sre: [0, 4] }, 'devops'],
    ['devops is at level 1', { devops: [1, 4], sre: [1, 4] }, 'starting'],
    ['a library has no sre track', { sre: [null, null] }, 'platform'],
    ['a tier 4 job is asked for sre level 1 only', { sre: [1, 1] }, 'platform'],
    ['level 1 of 2 does not open a gate', { sre: [1, 2] }, 'devops'],
  ] satisfies [string, Parameters<typeof production>[0], string][])(
    'decides by gates when %s',
    (_, pairs, stage) => {
      expect(stageOf(production(pairs))).toEqual({ stage, notes: [] });
    },
  );

  it('notes that reliability work is resting on manual delivery', () => {
    expect(stageOf(production({ devops: [1, 4], sre: [2, 3] }))).toEqual({
      stage: 'starting',
      notes: ['out-of-order'],
    });
  });

  it('keeps the gate of a track closed that only exemptions emptied', () => {
    const input = production({ sre: [null, null] });
    expect(stageOf({ ...input, exempted: new Set(['sre']) }).stage).toBe(
      'devops',
    );
    expect(stageOf({ ...input, exempted: new Set(['platform']) }).stage).toBe(
      'platform',
    );
  });

  it('calls an experiment exploring and gives a leaving component no stage', () => {
    const input = production({});
    expect(stageOf({ ...input, lifecycle: 'experimental' })).toEqual({
      stage: 'exploring',
      notes: [],
    });
    expect(stageOf({ ...input, lifecycle: 'deprecated' })).toEqual({
      stage: null,
      notes: [],
    });
  });
});

describe('targetOf', () => {
  it.each([
    ['experimental', true, 1, true, null],
    ['deprecated', true, 1, true, null],
    ['production', false, 1, true, 'devops'],
    ['production', true, 4, true, 'devops'],
    ['production', true, 3, true, 'platform'],
    ['production', true, 1, true, 'platform'],
    ['production', true, 1, false, 'sre'],
    ['production', true, 2, false, 'sre'],
    ['production', true, 3, false, 'devops'],
  ] as const)(
    'for %s, runtime %s, tier %s, with a Template %s is %s',
    (lifecycle, runtime, tier, hasTemplate, target) => {
      expect(targetOf({ lifecycle, runtime, tier, hasTemplate })).toBe(target);
    },
  );
});
