import type { CheckDefinition } from '@backstage-maturity/plugin-maturity-common';
import { hang, wrappedTable } from '../format/columns';
import { jsonText } from '../terminal/controlCharacters';
import { createStyles } from '../terminal/styles';
import type { Terminal } from '../terminal/Terminal';
import { readDefinitions } from './definitions';
import { EXIT } from './exitCodes';

export interface ChecksOptions {
  format: 'text' | 'json';
  config?: string;
  ascii: boolean;
}

/** `maturity checks`: the checks in force, by track and level. */
export function checks(options: ChecksOptions, terminal: Terminal): number {
  const { definitions, faulty } = readDefinitions(options.config, terminal);
  const all = definitions.checks.map(({ definition }) => definition);
  if (options.format === 'json') {
    const { version, tracks } = definitions;
    terminal.out(jsonText({ definitionVersion: version, tracks, checks: all }));
    return faulty ? EXIT.unusable : EXIT.fine;
  }
  const styles = createStyles({
    colors: terminal.colors,
    unicode: terminal.unicode && !options.ascii,
  });
  const lines: string[] = [];
  for (const track of definitions.tracks) {
    lines.push(
      ...hang(
        `${styles.paint('bold', styles.text(track.title))}  `,
        styles.text(track.purpose),
        terminal.columns,
      ),
    );
    const row = (check: CheckDefinition) => [
      styles.text(`${check.level} ${track.levels[check.level - 1] ?? ''}`),
      styles.text(check.id),
      styles.paint('dim', `weight ${check.weight}`),
      styles.text(check.title),
    ];
    const rows = all
      .filter(check => check.track === track.id)
      .sort((a, b) => a.level - b.level)
      .map(row);
    lines.push(...wrappedTable(rows, terminal.columns), '');
  }
  terminal.out(`${lines.join('\n')}\n`);
  return faulty ? EXIT.unusable : EXIT.fine;
}
