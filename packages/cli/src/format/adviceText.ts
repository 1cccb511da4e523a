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
export function adviceText(advice: Advice, styles: Styles): string {
  const lines = [
    styles.paint('bold', styles.text(adviceSummary(advice), 400)),
    styles.paint(
      'dim',
      `stage ${advice.orgStage}, confidence ${advice.confidence}`,
    ),
    '',
  ];
  for (const [track, title] of TRACKS) {
    const { verdict, evidence, blockers } = advice.verdicts[track];
    const [word, style] = VERDICTS[verdict];
    const blocked =
      blockers.length > 0 ? `  blocked by ${blockers.join(', ')}` : '';
    lines.push(
      `  ${title}: ${styles.paint(style, word)}${styles.paint('dim', blocked)}`,
    );
    lines.push(
      ...evidence.map(
        each =>
          `    ${styles.bullet} ${styles.text(ruleEvidenceText(each), 400)}`,
      ),
    );
  }
  lines.push('');
  lines.push(
    ...advice.caveats.map(
      caveat =>
        `  ${styles.paint('yellow', '!')} ${styles.text(
          caveatText(caveat),
          400,
        )}`,
    ),
  );
  if (advice.nextActions.length > 0) {
    lines.push('  What to do next');
    advice.nextActions.forEach((action, index) =>
      lines.push(`    ${index + 1}. ${styles.text(action.text, 400)}`),
    );
  }
  return `${lines.join('\n')}\n`;
}
