import { InputError } from '@backstage/errors';
import { findingsOf } from '../annotate/findings';
import type { Finding } from '../annotate/findings';
import { lintJson, lintSarif, lintText } from '../format/lintFormats';
import { describeLoadProblem } from '../load/loadCatalog';
import { createStyles } from '../terminal/styles';
import type { Terminal } from '../terminal/Terminal';
import { readDefinitions } from './definitions';
import { EXIT } from './exitCodes';
import { readNow } from './readNow';

export interface LintOptions {
  format: 'text' | 'json' | 'sarif';
  config?: string;
  now?: string;
  ascii: boolean;
}

/**
 * `maturity lint`: everything that is wrong with our annotations in catalog files, with the place.
 *
 * @throws InputError when a path or an option cannot be used
 */
export async function lint(
  paths: readonly string[],
  options: LintOptions,
  terminal: Terminal,
): Promise<number> {
  const now = options.now === undefined ? terminal.now() : readNow(options.now);
  const { definitions, faulty } = readDefinitions(options.config, terminal);
  const { findings, files, notes } = await findingsOf(
    paths.length > 0 ? paths : ['.'],
    {
      cwd: terminal.cwd,
      now,
      checkIds: new Set(
        definitions.checks.map(({ definition }) => definition.id),
      ),
    },
  );
  terminal.out(render(findings, options, terminal));
  const { text } = createStyles({ colors: false, unicode: true });
  notes.forEach(note => terminal.message(text(describeLoadProblem(note), 600)));
  const faults = new Set(findings.map(({ file }) => file)).size;
  const looked = counted(files, 'file');
  terminal.message(
    findings.length === 0
      ? `${looked}, nothing wrong.`
      : `${counted(findings.length, 'finding')} in ${faults} of ${looked}.`,
  );
  if (faulty || notes.some(({ fatal }) => fatal)) {
    return EXIT.unusable;
  }
  return findings.length > 0 ? EXIT.below : EXIT.fine;
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

function render(
  findings: readonly Finding[],
  { format, ascii }: LintOptions,
  terminal: Terminal,
): string {
  switch (format) {
    case 'text':
      return lintText(findings, {
        styles: createStyles({
          colors: terminal.colors,
          unicode: terminal.unicode && !ascii,
        }),
        columns: terminal.columns,
      });
    case 'json':
      return lintJson(findings);
    case 'sarif':
      return lintSarif(findings);
    default: {
      const never: never = format;
      throw new InputError(`--format "${String(never)}" is not known.`);
    }
  }
}
