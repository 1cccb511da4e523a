import { PLATFORM_CHECKS } from './platform';
import { PLATFORM_ROWS } from './fixtures/platformRows';
import { outcome } from './fixtures/world';

describe.each(PLATFORM_ROWS)('$check', ({ check, rows }) => {
  it.each(rows)('%s', (_, world, expected) => {
    expect(outcome(check, world).verdict).toBe(expected);
  });
});

describe('the rows of Platform Engineering', () => {
  it('cover every check of the track', () => {
    expect(PLATFORM_ROWS.map(({ check }) => check)).toEqual(
      PLATFORM_CHECKS.map(({ definition }) => definition.id),
    );
  });
});
