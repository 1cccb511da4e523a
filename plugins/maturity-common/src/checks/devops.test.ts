import { DEVOPS_CHECKS } from './devops';
import { DEVOPS_ROWS } from './fixtures/devopsRows';
import { outcome } from './fixtures/world';

describe.each(DEVOPS_ROWS)('$check', ({ check, rows }) => {
  it.each(rows)('%s', (_, world, expected) => {
    expect(outcome(check, world).verdict).toBe(expected);
  });
});

describe('the rows of DevOps', () => {
  it('cover every check of the track', () => {
    expect(DEVOPS_ROWS.map(({ check }) => check)).toEqual(
      DEVOPS_CHECKS.map(({ definition }) => definition.id),
    );
  });
});
