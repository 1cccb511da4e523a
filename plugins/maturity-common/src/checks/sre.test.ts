import { SRE_CHECKS } from './sre';
import { SRE_ROWS } from './fixtures/sreRows';
import { outcome } from './fixtures/world';

describe.each(SRE_ROWS)('$check', ({ check, rows }) => {
  it.each(rows)('%s', (_, world, expected) => {
    expect(outcome(check, world).verdict).toBe(expected);
  });
});

describe('the rows of SRE', () => {
  it('cover every check of the track', () => {
    expect(SRE_ROWS.map(({ check }) => check)).toEqual(
      SRE_CHECKS.map(({ definition }) => definition.id),
    );
  });
});
