import {
  adviceSummary,
  caveatText,
  ruleEvidenceText,
} from '@backstage-maturity/plugin-maturity-common';
import type {
  Advice,
  AdviceTrack,
  Verdict,
} from '@backstage-maturity/plugin-maturity-common';
import type { Style, Styles } from '../terminal/styles';
import { hang } from './columns';

const TRACKS: readonly (readonly [AdviceTrack, string])[] = [
  ['devops', 'DevOps'],
  ['sre', 'SRE'],
  ['platform', 'Platform Engineering'],
];

const VERDICTS: Readonly<Record<Verdict, readonly [string, Style]>> = {
  now: ['now', 'bold'],
  next: ['next', 'cyan'],
  later: ['later', 'dim'],
  attained: ['attained', 'green'],
  'not-indicated': ['not indicated', 'dim'],
  'not-worth-it-yet': ['not worth it yet', 'dim'],
  unknown: ['unknown', 'dim'],
};

/** Advice for a terminal: the sentence, the verdicts with why, what to mind, and three next actions. */
export function adviceText(
  advice: Advice,
  look: { styles: Styles; columns: number | undefined },
): string {
  const { styles, columns } = look;
  const item = (start: string, text: string) =>
    hang(start, styles.text(text, 400), columns);
  const lines = [
    ...item('', adviceSummary(advice)).map(line => styles.paint('bold', line)),
    styles.paint(
      'dim',
      `stage ${advice.orgStage}, confidence ${advice.confidence}`,
    ),
    '',
  ];
  for (const [track, title] of TRACKS) {
    const { verdict, evidence, blockers } = advice.verdicts[track];
    const [word, style] = VERDICTS[verdict];
    const head = `  ${title}: ${styles.paint(style, word)}`;
    lines.push(
      ...(blockers.length > 0
        ? hang(`${head}  `, `blocked by ${blockers.join(', ')}`, columns)
        : [head]),
      ...evidence.flatMap(each =>
        item(`    ${styles.bullet} `, ruleEvidenceText(each)),
      ),
    );
  }
  lines.push('');
  const mind = `  ${styles.paint('yellow', '!')} `;
  lines.push(
    ...advice.caveats.flatMap(caveat => item(mind, caveatText(caveat))),
  );
  if (advice.nextActions.length > 0) {
    lines.push('  What to do next');
    advice.nextActions.forEach((action, index) =>
      lines.push(...item(`    ${index + 1}. `, action.text)),
    );
  }
  return `${lines.join('\n')}\n`;
}
