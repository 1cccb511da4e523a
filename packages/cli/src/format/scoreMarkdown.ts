import { reasonText } from '@backstage-maturity/plugin-maturity-common';
import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import { blockingChecks, levelName } from './blocking';
import { createStyles } from '../terminal/styles';
import type { Styles } from '../terminal/styles';
import type { Look } from './look';
import type { ScoredEntity } from './ScoredEntity';

/** Scorecards for a merge request or a job summary. */
export function scoreMarkdown(
  scored: readonly ScoredEntity[],
  definitions: DefinitionSet,
  { unicode }: { unicode: boolean } = { unicode: true },
): string {
  const styles = createStyles({ colors: false, unicode });
  const look = { definitions, styles, words: writing(styles, unicode) };
  return scored.map(entity => section(entity, look)).join('\n');
}

function section(
  entity: ScoredEntity,
  look: Look & { words: Writing },
): string {
  const { definitions, styles } = look;
  const { inline, code, ownWords } = look.words;
  const { card } = entity;
  const target = card.target === null ? '' : ` ${styles.arrow} ${card.target}`;
  const lines = [
    `## ${inline(entity.title)}`,
    '',
    `${code(card.entityRef)} ${styles.bullet} stage ${
      card.stage ?? 'leaving'
    }${target}`,
    '',
    '| track | level | score | coverage | proven |',
    '| --- | --- | --: | --: | --: |',
    ...definitions.tracks.map(track => {
      const { level, achievable, score, coverage, proven } =
        card.tracks[track.id];
      if (level === null || achievable === null) {
        return `| ${inline(track.title)} | does not apply | | | |`;
      }
      const rungs = styles.ladder(level, achievable, achievable);
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
            `- ${styles.verdict(result.status)} ${inline(title)} (\`${
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

/** Ways to put texts of others into Markdown. */
interface Writing {
  /** Text that Markdown shows as it is: neither markup nor HTML of a catalog file becomes real. */
  inline(text: string): string;
  /** Text as code; a file can say anything in a name, also what would end the code. */
  code(text: string): string;
  /** Words of a definition keep their code marks; whoever writes definitions writes Markdown here. */
  ownWords(text: string): string;
}

function writing(styles: Styles, unicode: boolean): Writing {
  return {
    inline: (text: string): string =>
      styles
        .text(text, 400)
        .replace(/[\\*_`[\]|#~]/g, mark => `\\${mark}`)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        // Where the result becomes a comment, a name after the sign would call its bearer.
        .replace(/@(?=\w)/g, unicode ? '@\u2060' : '@ '),
    code: (text: string): string => {
      const shown = styles.text(text, 400);
      const runs = shown.match(/`+/g) ?? [];
      const longest = Math.max(0, ...runs.map(run => run.length));
      const fence = '`'.repeat(longest + 1);
      return longest ? `${fence} ${shown} ${fence}` : `\`${shown}\``;
    },
    ownWords: (text: string): string =>
      styles.text(text, 400).replace(/</g, '&lt;').replace(/\|/g, '\\|'),
  };
}
