import { reasonText } from '@backstage-maturity/plugin-maturity-common';
import type { Track } from '@backstage-maturity/plugin-maturity-common';
import type { Styles } from '../terminal/styles';
import { wrap } from '../terminal/wrap';
import { blockingChecks, countStatuses, levelName } from './blocking';
import type { Blocking } from './blocking';
import { table, widthOf } from './columns';
import { percent, stageText } from './look';
import type { Look } from './look';
import { overview } from './scoreOverview';
import type { ScoredEntity } from './ScoredEntity';

/** Longer lines are hard to read, however wide the screen is. */
const WIDEST = 100;

/** More entities than this are shown as a table, one line each. */
const MOST_IN_DETAIL = 3;

/** Scorecards for a terminal: what blocks the next level comes first. */
export function scoreText(scored: readonly ScoredEntity[], look: Look): string {
  if (scored.length === 0) {
    return '';
  }
  return scored.length > MOST_IN_DETAIL
    ? overview(scored, look)
    : scored.map(entity => detail(entity, look)).join('\n');
}

function detail(entity: ScoredEntity, look: Look): string {
  const { definitions, styles } = look;
  const { card } = entity;
  const title = styles.paint('bold', styles.text(entity.title, 60));
  const lines = [
    `${title}  ${styles.paint(
      'dim',
      styles.text(
        `${card.entityRef} ${styles.bullet} ${entity.file}:${entity.line}`,
      ),
    )}`,
    `  ${stageLine(entity, styles)}`,
    '',
    ...trackLines(entity, look),
    '',
  ];
  for (const track of definitions.tracks) {
    lines.push(...nextLines(entity, { track, look }));
  }
  lines.push(`  ${statusLine(entity, styles)}`, '');
  return lines.join('\n');
}

function stageLine({ card }: ScoredEntity, styles: Styles): string {
  const order = card.notes.includes('out-of-order')
    ? `  ${styles.paint(
        'yellow',
        'reliability work is resting on manual delivery',
      )}`
    : '';
  return `stage ${stageText(card, styles)}${order}`;
}

/** Track, ladder, level and score. */
const SHORT_ROW = 4;

/** One line for each track, or two where the screen is too narrow. */
function trackLines(entity: ScoredEntity, look: Look): string[] {
  const { definitions, styles, columns = Infinity } = look;
  const rows = definitions.tracks.map(track =>
    trackRow(entity, { track, styles }),
  );
  const lines = table(rows).map(line => `  ${line}`);
  if (lines.every(line => widthOf(line) <= columns)) {
    return lines;
  }
  const short = table(rows.map(row => row.slice(0, SHORT_ROW)));
  return rows.flatMap((row, index) => {
    const rest = row.slice(SHORT_ROW);
    return [
      `  ${short[index]}`,
      ...(rest.length > 0 ? [`    ${rest.join('  ')}`] : []),
    ];
  });
}

function trackRow(
  { card }: ScoredEntity,
  options: { track: Track; styles: Styles },
): string[] {
  const { track, styles } = options;
  const { level, achievable, score, coverage, proven } = card.tracks[track.id];
  const name = styles.text(track.title, 24);
  if (level === null || achievable === null) {
    return [
      name,
      styles.paint('dim', styles.none),
      styles.paint('dim', 'does not apply'),
    ];
  }
  return [
    name,
    styles.ladder(level, achievable, track.levels.length),
    `${styles.text(
      levelName(level, track.levels),
      20,
    )} (${level} of ${achievable})`,
    `score ${percent(score)}`,
    styles.paint('dim', `coverage ${percent(coverage)}`),
    styles.paint(
      'dim',
      `proven ${proven === null ? styles.none : percent(proven)}`,
    ),
  ];
}

function nextLines(
  entity: ScoredEntity,
  options: { track: Track; look: Look },
): string[] {
  const { track, look } = options;
  const { definitions, styles, columns } = look;
  const blocking = blockingChecks(entity, { track: track.id, definitions });
  const [first] = blocking;
  if (!first) {
    return [];
  }
  const goal = styles.text(
    `${track.title} to ${levelName(first.result.level, track.levels)}`,
    60,
  );
  return [
    `  ${styles.paint('bold', goal)}`,
    ...blocking.flatMap(check => checkLines(check, { styles, columns })),
    '',
  ];
}

function checkLines(
  { title, result }: Blocking,
  { styles, columns }: { styles: Styles; columns: number | undefined },
): string[] {
  const id = styles.paint('dim', styles.text(result.check, 60));
  const prompt = result.status === 'unknown' ? 'Tell us, or start: ' : '';
  const set = '      ';
  const width =
    columns === undefined ? Infinity : Math.min(columns, WIDEST) - set.length;
  const hanging = ' '.repeat(styles.arrow.length + 1);
  const head = `    ${styles.verdict(result.status)} ${styles.text(title, 80)}`;
  const isOneLine = widthOf(`${head}  ${id}`) <= (columns ?? Infinity);
  const remedy = wrap(
    `${prompt}${styles.text(result.remedy)}`,
    width - hanging.length,
  );
  return [
    ...(isOneLine ? [`${head}  ${id}`] : [head, `${set}${id}`]),
    ...wrap(styles.text(reasonText(result), 200), width).map(
      line => `${set}${styles.paint('dim', line)}`,
    ),
    ...remedy.map((line, index) => {
      const start =
        index === 0 ? `${styles.paint('cyan', styles.arrow)} ` : hanging;
      return `${set}${start}${line}`;
    }),
  ];
}

function statusLine(entity: ScoredEntity, styles: Styles): string {
  const counts = countStatuses(entity);
  const words = {
    pass: 'pass',
    fail: 'fail',
    unknown: 'unknown',
    exempt: 'exempt',
    'not-applicable': 'do not apply',
  } as const;
  const order = [
    'pass',
    'fail',
    'unknown',
    'exempt',
    'not-applicable',
  ] as const;
  return order
    .filter(status => (counts.get(status) ?? 0) > 0)
    .map(
      status =>
        `${styles.verdict(status)} ${counts.get(status)} ${words[status]}`,
    )
    .join('   ');
}
