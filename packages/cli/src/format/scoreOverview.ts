import { blockingChecks } from './blocking';
import { fittingTable, pad } from './columns';
import { percent, stageText } from './look';
import type { Look } from './look';
import type { ScoredEntity } from './ScoredEntity';

/** One line for each entity, and what blocks most of them. */
export function overview(scored: readonly ScoredEntity[], look: Look): string {
  const { definitions, styles, columns } = look;
  const header = [
    'component',
    ...definitions.tracks.map(track => styles.text(track.title, 24)),
    'stage',
    'next',
  ].map(word => styles.paint('dim', word));
  const rows = scored.map(entity => overviewRow(entity, look));
  const all = [header, ...rows];
  // The stage follows from the levels; what is next can be asked for.
  const tables = [all, all.map(withoutStage), all.map(row => row.slice(0, -2))];
  const checks = new Map<string, number>();
  for (const { card } of scored) {
    definitions.tracks
      .flatMap(track => card.tracks[track.id].next)
      .forEach(id => checks.set(id, (checks.get(id) ?? 0) + 1));
  }
  const most = [...checks]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 5);
  return [
    ...fittingTable(tables, columns),
    '',
    `${scored.length} components. What blocks most of them:`,
    ...most.map(
      ([id, count]) =>
        `  ${pad(String(count), 4, 'right')}  ${styles.text(id, 60)}`,
    ),
    '',
  ].join('\n');
}

function withoutStage(row: readonly string[]): string[] {
  return [...row.slice(0, -2), ...row.slice(-1)];
}

function overviewRow(entity: ScoredEntity, look: Look): string[] {
  const { definitions, styles } = look;
  const { card } = entity;
  const tracks = definitions.tracks.map(track => {
    const { level, achievable, score } = card.tracks[track.id];
    return level === null || achievable === null
      ? styles.paint('dim', styles.none)
      : `${styles.ladder(level, achievable, track.levels.length)} ${pad(
          percent(score),
          4,
          'right',
        )}`;
  });
  const [next] = definitions.tracks.flatMap(track =>
    blockingChecks(entity, { track: track.id, definitions }),
  );
  return [
    styles.text(card.entityRef.replace(/^component:default\//, ''), 40),
    ...tracks,
    stageText(card, styles),
    next
      ? `${styles.verdict(next.result.status)} ${styles.text(
          next.result.check,
          60,
        )}`
      : styles.paint('green', 'nothing left'),
  ];
}
