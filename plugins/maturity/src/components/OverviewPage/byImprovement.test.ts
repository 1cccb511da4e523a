import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import { byImprovement } from './byImprovement';

function team(
  key: string,
  options: { total?: number; gains?: number[]; parent?: string },
): RollUpItem {
  const { total = 1, gains = [], parent = null } = options;
  return {
    key,
    entityRef: key,
    title: key,
    parent,
    rollUp: {
      total,
      counted: total,
      experimental: 0,
      deprecated: 0,
      tracks: {},
      stages: { exploring: 0, starting: 0, devops: 0, sre: 0, platform: 0 },
      leverage: gains.map(gain => ({
        check: 'c',
        track: 't',
        failing: 1,
        unknown: 0,
        gain,
      })),
    },
  };
}

function order(...items: RollUpItem[]) {
  return byImprovement(items).map(({ key }) => key);
}

describe('byImprovement', () => {
  it('puts the set first that gains most over all its open checks', () => {
    expect(
      order(
        team('a', { gains: [5] }),
        team('b', { gains: [3, 4] }),
        team('c', { gains: [] }),
      ),
    ).toEqual(['b', 'a', 'c']);
  });

  it('keeps the order of equal ones', () => {
    expect(order(team('a', {}), team('b', {}))).toEqual(['a', 'b']);
  });

  it('leaves out sets without services', () => {
    expect(order(team('a', { total: 0 }))).toEqual([]);
  });

  it('leaves out groups that only hold other teams', () => {
    expect(
      order(
        team('department', { total: 5, gains: [99] }),
        team('a', { total: 2, parent: 'department' }),
        team('b', { total: 3, parent: 'department' }),
      ),
    ).toEqual(['a', 'b']);
  });

  it('keeps a group that owns something besides', () => {
    expect(
      order(
        team('department', { total: 6, gains: [99] }),
        team('a', { total: 5, parent: 'department' }),
      ),
    ).toEqual(['department', 'a']);
  });
});
