import { describeValueForm, NEGATIVES, OWN_KEYS } from '../../entity';
import type { OwnKey } from '../../entity';
import { BUILT_IN_CHECKS } from '../builtInChecks';
import type { CheckDefinition } from '../types';
import { applicabilityKeys } from './applicabilityText';
import { generatedPage } from './markdown';

const KEY = /maturity\/[a-z]+(?:-[a-z]+)*/g;

function names(definition: CheckDefinition, key: string): boolean {
  const texts = [definition.decides, definition.passes, definition.fails];
  return texts.some(text => text.match(KEY)?.includes(key));
}

function links(definitions: readonly CheckDefinition[]): string {
  return definitions.map(({ id }) => `[\`${id}\`](checks.md#${id})`).join(', ');
}

function section(
  own: OwnKey,
  definitions: readonly CheckDefinition[],
): string[] {
  const readers = definitions.filter(each => names(each, own.key));
  const scoped = definitions.filter(each =>
    applicabilityKeys(each.applies).includes(own.key),
  );
  return [
    `## \`${own.key}\``,
    '',
    own.meaning,
    '',
    `- Form: ${describeValueForm(own.form)}`,
    `- Example: \`${own.key}: ${JSON.stringify(own.example)}\``,
    `- On: ${own.kinds.join(', ')}`,
    ...(readers.length > 0 ? [`- Read by: ${links(readers)}`] : []),
    ...(scoped.length > 0
      ? [`- Decides whether these apply: ${links(scoped)}`]
      : []),
    '',
  ];
}

/**
 * The reference page of our annotations, as Markdown.
 *
 * @public
 */
export function annotationsReference(): string {
  const definitions = BUILT_IN_CHECKS.map(check => check.definition);
  const negatives = [...NEGATIVES].map(word => `\`${word}\``).join(', ');
  return [
    ...generatedPage('Annotations'),
    'Every value is text and stands in quotes. White space around it does not count, and upper and lower case are the same in words and lists.',
    '',
    `- An empty value counts as absent.`,
    `- A negative (${negatives}) says that the practice is absent: the check fails wherever a real value is needed.`,
    '- A placeholder (`CHANGEME`, `TBD`, an unrendered `${{`, the host `example.com`) fails with a message of its own.',
    '- A path is relative and contains `/` or a file extension. A URL starts with `http://` or `https://`.',
    '',
    ...OWN_KEYS.flatMap(own => section(own, definitions)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
