import type { FixField } from '@backstage-maturity/plugin-maturity-common';
import type { OpenForm } from './collectFixes';

function valueHint({ picker, example }: FixField): string {
  switch (picker.kind) {
    case 'choice':
      return picker.options.join('|');
    case 'tier':
      return '1|2|3|4';
    case 'flag':
      return 'true';
    case 'owner':
    case 'system':
    case 'template':
      return `<${picker.kind}>`;
    case 'entities':
    case 'slo':
    case 'url':
    case 'url-or-path':
    case 'text':
    case 'choices':
    case 'number':
    case 'date':
      return example ?? '...';
    default: {
      const never: never = picker;
      return never;
    }
  }
}

function keyOf({ sets }: FixField): string {
  return sets.is === 'annotation' ? sets.key : sets.path.join('.');
}

/** A word as a shell takes it, whatever stands in it. */
function shellWord(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text)
    ? text
    : `'${text.replace(/'/g, `'\\''`)}'`;
}

/** What a person could run to put a check right, with an example for each value that is asked for. */
export function formHint({ file, form }: OpenForm): string {
  const { fields, needs, check, entity } = form;
  const shown = needs === 'one' ? fields.slice(0, 1) : fields;
  const sets = shown
    .filter(field => field.entity === entity)
    .map(field => `--set ${shellWord(`${keyOf(field)}=${valueHint(field)}`)}`);
  const others = [
    ...new Set(shown.map(field => field.entity).filter(ref => ref !== entity)),
  ];
  // What begins with a dash would be an option.
  const path = shellWord(file.startsWith('-') ? `./${file}` : file);
  return sets.length > 0
    ? `${check} of ${entity} needs a value: maturity annotate ${path} --entity ${entity} ${sets.join(
        ' ',
      )}`
    : `${check} of ${entity} needs values on ${others.join(', ')}: ${[
        ...new Set(shown.map(keyOf)),
      ].join(', ')}`;
}
