import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import { byImprovement } from './byImprovement';

function team(
  key: string,
  options: { total?: number; gain?: number; parent?: string },
): RollUpItem {
  const { total = 1, gain = 0, parent = null } = options;
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
      gain,
      leverage: [],
    },
  };
}

function order(...items: RollUpItem[]) {
  return byImprovement(items).map(({ key }) => key);
}

describe('byImprovement', () => {
  it('puts the set first that gains most over all its open checks', () => {
    expect(
      order(team('a', { gain: 5 }), team('b', { gain: 7 }), team('c', {})),
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
        team('department', { total: 5, gain: 99 }),
        team('a', { total: 2, parent: 'department' }),
        team('b', { total: 3, parent: 'department' }),
      ),
    ).toEqual(['a', 'b']);
  });

  it('keeps a group that owns something besides', () => {
    expect(
      order(
        team('department', { total: 6, gain: 99 }),
        team('a', { total: 5, parent: 'department' }),
      ),
    ).toEqual(['department', 'a']);
  });
});
