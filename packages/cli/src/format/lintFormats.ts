import { RULES } from '../annotate/findings';
import type { Finding } from '../annotate/findings';
import { jsonText } from '../terminal/controlCharacters';
import type { Styles } from '../terminal/styles';
import { wrap } from '../terminal/wrap';
import { sarifText } from './sarifText';

const LONGEST = 600;
const INDENT = '    ';

/**
 * One line for each finding: file, line and column as editors and terminals understand them. On a screen it is
 * wrapped, and what follows the first line is indented.
 */
export function lintText(
  findings: readonly Finding[],
  look: { styles: Styles; columns: number | undefined },
): string {
  const { styles, columns = Infinity } = look;
  return findings
    .map(({ file, line, column, rule, message, repair }) => {
      const place = styles.text(`${file}:${line}:${column}`, LONGEST);
      const hint =
        repair === null ? '' : ` Probably "${styles.text(repair)}" is meant.`;
      const text = `${place}: ${styles.text(message, LONGEST)}${hint}`;
      const lines = wrap(`${text} [${rule}]`, columns - INDENT.length);
      const last = lines.length - 1;
      // Painted afterwards, because colours take no room.
      lines[last] = lines[last].replace(/\[[^[]*\]$/, tag =>
        styles.paint('dim', tag),
      );
      return `${lines.join(`\n${INDENT}`)}\n`;
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
          message: { text: sarifText(finding.message) },
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
