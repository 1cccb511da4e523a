import { InputError } from '@backstage/errors';
import type {
  CheckDefinition,
  DefinitionSet,
} from '@backstage-maturity/plugin-maturity-common';
import {
  applicabilityText,
  closest,
} from '@backstage-maturity/plugin-maturity-common';
import { widthOf, wrappedTable } from '../format/columns';
import { jsonText } from '../terminal/controlCharacters';
import { createStyles } from '../terminal/styles';
import type { Terminal } from '../terminal/Terminal';
import { readDefinitions } from './definitions';
import { EXIT } from './exitCodes';

export interface ExplainOptions {
  format: 'text' | 'json';
  config?: string;
  ascii: boolean;
}

/**
 * `maturity explain <check>`: everything that a check asks, in words.
 *
 * @throws InputError when no such check is in force
 */
export function explain(
  id: string,
  options: ExplainOptions,
  terminal: Terminal,
): number {
  const { definitions, faulty } = readDefinitions(options.config, terminal);
  const definition = findCheck(id, definitions);
  if (options.format === 'json') {
    terminal.out(jsonText(definition));
    return faulty ? EXIT.unusable : EXIT.fine;
  }
  const styles = createStyles({
    colors: terminal.colors,
    unicode: terminal.unicode && !options.ascii,
  });
  const track = definitions.tracks.find(each => each.id === definition.track);
  const level = track?.levels[definition.level - 1] ?? '';
  const { inherits, observed, from, deprecatedBy, extraKeys } = definition;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [
      'track',
      `${track?.title ?? definition.track}, level ${definition.level} ${level}`,
    ],
    ['weight', String(definition.weight)],
    ['applies to', applicabilityText(definition.applies)],
    ['decided by', definition.decides],
    [
      'more keys',
      extraKeys && extraKeys.length > 0 ? extraKeys.join(', ') : undefined,
    ],
    ['passes', definition.passes],
    ['fails', definition.fails],
    ['no evidence', definition.absent],
    ['seen in files', observed],
    [
      'inherited from',
      inherits.length > 0 ? inherits.join(', then ') : undefined,
    ],
    ['counts from', from],
    ['replaced by', deprecatedBy],
    ['remedy', definition.remedy],
    ['source', definition.source],
  ];
  const shown = rows.flatMap(([word, value]) =>
    value === undefined
      ? []
      : [[styles.paint('dim', word), styles.text(value, 1_000)]],
  );
  const title = styles.paint('bold', styles.text(definition.title));
  const name = styles.paint('dim', styles.text(definition.id));
  const head = `${title}  ${name}`;
  const isOneLine = widthOf(head) <= (terminal.columns ?? Infinity);
  terminal.out(
    [
      ...(isOneLine ? [head] : [title, name]),
      '',
      ...wrappedTable(shown, terminal.columns),
      '',
    ].join('\n'),
  );
  return faulty ? EXIT.unusable : EXIT.fine;
}

function findCheck(id: string, { checks }: DefinitionSet): CheckDefinition {
  const found = checks.find(({ definition }) => definition.id === id);
  if (found) {
    return found.definition;
  }
  const ids = checks.map(({ definition }) => definition.id);
  const words = id
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word.length > 2);
  const alike = ids.filter(each => words.some(word => each.includes(word)));
  const near = [...new Set([...closest(id, ids), ...alike])].slice(0, 5);
  const hint =
    near.length > 0
      ? `Did you mean ${near.join(', ')}?`
      : 'Run "maturity checks" to see them all.';
  throw new InputError(`There is no check "${id}". ${hint}`);
}
