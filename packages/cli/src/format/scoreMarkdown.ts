import {
  reasonText,
  safeText,
} from '@backstage-maturity/plugin-maturity-common';
import type {
  DefinitionSet,
  Status,
} from '@backstage-maturity/plugin-maturity-common';
import { blockingChecks, levelName } from './blocking';
import type { ScoredEntity } from './ScoredEntity';

const SIGNS: Readonly<Record<Status, string>> = {
  pass: '✓',
  fail: '✗',
  unknown: '?',
  'not-applicable': '–',
  exempt: '⛨',
};

/** Scorecards for a merge request or a job summary. */
export function scoreMarkdown(
  scored: readonly ScoredEntity[],
  definitions: DefinitionSet,
): string {
  return scored.map(entity => section(entity, definitions)).join('\n');
}

function section(entity: ScoredEntity, definitions: DefinitionSet): string {
  const { card } = entity;
  const target = card.target === null ? '' : ` → ${card.target}`;
  const lines = [
    `## ${inline(entity.title)}`,
    '',
    `${code(card.entityRef)} · stage ${card.stage ?? 'leaving'}${target}`,
    '',
    '| track | level | score | coverage | proven |',
    '| --- | --- | --: | --: | --: |',
    ...definitions.tracks.map(track => {
      const { level, achievable, score, coverage, proven } =
        card.tracks[track.id];
      if (level === null || achievable === null) {
        return `| ${inline(track.title)} | does not apply | | | |`;
      }
      const rungs = `${'▮'.repeat(level)}${'▯'.repeat(achievable - level)}`;
      const name = `${inline(
        levelName(level, track.levels),
      )} (${level} of ${achievable})`;
      return `| ${inline(track.title)} | ${rungs} ${name} | ${percent(
        score,
      )} | ${percent(coverage)} | ${percent(proven)} |`;
    }),
    '',
  ];
  for (const track of definitions.tracks) {
    const blocking = blockingChecks(entity, { track: track.id, definitions });
    const [first] = blocking;
    if (first) {
      lines.push(
        `**${inline(track.title)} to ${inline(
          levelName(first.result.level, track.levels),
        )}**`,
        '',
      );
      lines.push(
        ...blocking.map(
          ({ title, result }) =>
            `- ${SIGNS[result.status]} ${inline(title)} (\`${
              result.check
            }\`): ${inline(reasonText(result))} ${ownWords(result.remedy)}`,
        ),
        '',
      );
    }
  }
  return lines.join('\n');
}

function percent(value: number | null): string {
  return value === null ? '' : `${value}%`;
}

/** Text that Markdown shows as it is: neither markup nor HTML of a catalog file becomes real. */
function inline(text: string): string {
  return (
    safeText(text, 400)
      .replace(/[\\*_`[\]|#~]/g, mark => `\\${mark}`)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      // Where the result becomes a comment, a name after the sign would call its bearer.
      .replace(/@(?=\w)/g, '@\u2060')
  );
}

/** Text as code; a file can say anything in a name, also what would end the code. */
function code(text: string): string {
  const plain = safeText(text, 400);
  const runs = plain.match(/`+/g) ?? [];
  const longest = Math.max(0, ...runs.map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest ? `${fence} ${plain} ${fence}` : `\`${plain}\``;
}

/** Words of a definition keep their code marks; whoever writes definitions writes Markdown here. */
function ownWords(text: string): string {
  return safeText(text, 400).replace(/</g, '&lt;').replace(/\|/g, '\\|');
}
