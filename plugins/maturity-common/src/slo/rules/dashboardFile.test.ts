import { renderSloDashboard } from './dashboardFile';
import { sloDashboardUid } from './dashboardUid';
import { sloRecordingRules } from './recordingRules';
import { readFixture, simpleSlo, slosOf } from './testing/slos';

interface Panel {
  id: number;
  title: string;
  gridPos: { h: number; w: number; x: number; y: number };
  targets?: { expr: string; legendFormat: string }[];
}

function panelsOf(text: string): Panel[] {
  return JSON.parse(text).panels;
}

describe('renderSloDashboard', () => {
  const slos = slosOf(readFixture('fixtures/checkout.sloth.yaml'));
  const panels = panelsOf(renderSloDashboard(slos));

  it('reads nothing but what the rules record', () => {
    const recorded = new Set([
      'ALERTS',
      ...slos.flatMap(slo => sloRecordingRules(slo).map(rule => rule.record)),
    ]);
    const read = panels
      .flatMap(({ targets = [] }) => targets)
      .map(({ expr }) => /([\w:]+)\{/.exec(expr)?.[1]);
    expect(read.filter(name => !recorded.has(name ?? ''))).toEqual([]);
    expect(read.length).toBeGreaterThan(30);
  });

  it('refuses objectives of no service and of several', () => {
    const [slo] = slos;
    expect(() => renderSloDashboard([])).toThrow(
      'A dashboard is for one service; objectives of none were given.',
    );
    expect(() =>
      renderSloDashboard([slo, { ...slo, service: 'cart' }]),
    ).toThrow(
      'A dashboard is for one service; objectives of "checkout", "cart" were given.',
    );
  });

  it('puts no panel over another', () => {
    const taken = new Set<string>();
    for (const { gridPos } of panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect(taken.has(`${x}/${y}`)).toBe(false);
          taken.add(`${x}/${y}`);
        }
      }
    }
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it('shows the signals of the service above its objectives', () => {
    const [row, panel, next] = panelsOf(
      renderSloDashboard(simpleSlo('99'), {
        signals: [
          {
            title: 'Memory',
            query: 'max(process_resident_memory_bytes)',
            unit: 'bytes',
            legend: '{{pod}}',
          },
        ],
      }),
    );
    expect([row.title, panel.title, next.title]).toEqual([
      'Signals',
      'Memory',
      'answers: 99% over 30d',
    ]);
    expect(panel.targets).toMatchObject([
      { expr: 'max(process_resident_memory_bytes)', legendFormat: '{{pod}}' },
    ]);
  });
});

describe('dashboardUid', () => {
  it.each([
    ['shop', 'slo-shop'],
    ['shop.eu', 'slo-shop-eu-b239034f'],
    ['shop-eu', 'slo-shop-eu'],
  ])('of %s is %s', (service, uid) => {
    expect(sloDashboardUid(service)).toBe(uid);
  });

  it('fits into what Grafana takes, and keeps long names apart', () => {
    const long = 'a'.repeat(60);
    const uids = [`${long}1`, `${long}2`].map(sloDashboardUid);
    expect(uids.map(uid => uid.length)).toEqual([40, 40]);
    expect(uids[0]).not.toBe(uids[1]);
  });
});
