import { reasonText, STAGES } from '@backstage-maturity/plugin-maturity-common';
import type {
  DefinitionSet,
  Track,
} from '@backstage-maturity/plugin-maturity-common';
import type { Styles } from '../terminal/styles';
import { blockingChecks, countStatuses, levelName } from './blocking';
import type { Blocking } from './blocking';
import { pad, table } from './columns';
import type { ScoredEntity } from './ScoredEntity';

interface Look {
  definitions: DefinitionSet;
  styles: Styles;
}

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
    ...table(
      definitions.tracks.map(track => trackRow(entity, { track, styles })),
    ).map(line => `  ${line}`),
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

/** Where an entity stands and, when it is not there yet, where it is bound for. */
function stageText(
  { stage, target }: ScoredEntity['card'],
  styles: Styles,
): string {
  if (stage === null) {
    return 'leaving';
  }
  const isThere =
    target === null || STAGES.indexOf(stage) >= STAGES.indexOf(target);
  return isThere ? stage : `${stage} ${styles.arrow} ${target}`;
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

function percent(value: number | null): string {
  return value === null ? '-' : `${value}%`;
}

function nextLines(
  entity: ScoredEntity,
  options: { track: Track; look: Look },
): string[] {
  const { track, look } = options;
  const { definitions, styles } = look;
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
    ...blocking.flatMap(check => checkLines(check, styles)),
    '',
  ];
}

function checkLines({ title, result }: Blocking, styles: Styles): string[] {
  const id = styles.paint('dim', styles.text(result.check, 60));
  const prompt = result.status === 'unknown' ? 'Tell us, or start: ' : '';
  return [
    `    ${styles.verdict(result.status)} ${styles.text(title, 80)}  ${id}`,
    `      ${styles.paint('dim', styles.text(reasonText(result), 200))}`,
    `      ${styles.paint('cyan', styles.arrow)} ${prompt}${styles.text(
      result.remedy,
    )}`,
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

function overview(scored: readonly ScoredEntity[], look: Look): string {
  const { definitions, styles } = look;
  const header = [
    'component',
    ...definitions.tracks.map(track => styles.text(track.title, 24)),
    'stage',
    'next',
  ].map(word => styles.paint('dim', word));
  const rows = scored.map(entity => overviewRow(entity, look));
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
    ...table([header, ...rows]),
    '',
    `${scored.length} components. What blocks most of them:`,
    ...most.map(
      ([id, count]) =>
        `  ${pad(String(count), 4, 'right')}  ${styles.text(id, 60)}`,
    ),
    '',
  ].join('\n');
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
