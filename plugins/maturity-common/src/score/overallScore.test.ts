import { overallScore } from './overallScore';
import type { TrackScore } from './types';

function track(score: number | null): TrackScore {
  return {
    level: score === null ? null : 1,
    achievable: score === null ? null : 4,
    score,
    coverage: score,
    proven: null,
    next: [],
  };
}

describe('overallScore', () => {
  it('is the mean of the tracks that apply', () => {
    expect(
      overallScore({
        tracks: { devops: track(70), sre: track(null), platform: track(25) },
      }),
    ).toBe(47.5);
  });

  it('is null when no track applies, and zero only when everything fails', () => {
    expect(overallScore({ tracks: { sre: track(null) } })).toBeNull();
    expect(overallScore({ tracks: { sre: track(0) } })).toBe(0);
  });
});
