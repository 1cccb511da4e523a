import { safeText } from '@backstage-maturity/plugin-maturity-common';
import { RULES } from '../annotate/findings';
import type { Finding } from '../annotate/findings';
import { jsonText } from '../terminal/controlCharacters';
import type { Styles } from '../terminal/styles';

const LONGEST = 600;

/** One line for each finding: file, line and column as editors and terminals understand them. */
export function lintText(findings: readonly Finding[], styles: Styles): string {
  return findings
    .map(({ file, line, column, rule, message, repair }) => {
      const place = styles.text(`${file}:${line}:${column}`, LONGEST);
      const hint =
        repair === null ? '' : ` Probably "${styles.text(repair)}" is meant.`;
      return `${place}: ${styles.text(message, LONGEST)}${hint} ${styles.paint(
        'dim',
        `[${rule}]`,
      )}\n`;
    })
    .join('');
}

export function lintJson(findings: readonly Finding[]): string {
  return jsonText({ findings });
}

/** Findings as SARIF 2.1.0, at their line and column. */
export function lintSarif(findings: readonly Finding[]): string {
  const ids = Object.keys(RULES);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'maturity lint',
            informationUri:
              'https://github.com/backstage-maturity/backstage-maturity',
            rules: Object.entries(RULES).map(([id, text]) => ({
              id,
              shortDescription: { text },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(finding => ({
          ruleId: finding.rule,
          ruleIndex: ids.indexOf(finding.rule),
          level: 'error',
          message: { text: safeText(finding.message, 1_000) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: {
                  uri: finding.file
                    .split('/')
                    .map(encodeURIComponent)
                    .join('/'),
                },
                region: {
                  startLine: finding.line,
                  startColumn: finding.column,
                },
              },
            },
          ],
        })),
      },
    ],
  };
  return jsonText(log);
}
