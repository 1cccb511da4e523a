import { annotationText, OWN_KEYS, ownKey, STACKS } from '../../entity';
import type { EntityView, OwnKey, ValueForm } from '../../entity';
import { field as valueOf } from '../../entity/fields';
import { DEFAULT_SETTINGS } from '../../checks';
import { FIELDS, FOREIGN } from './plans';
import type { Wanted } from './plans';
import type { FixField, Picker } from './types';

/** Names that are not read as words. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['ci', 'CI'],
  ['cd', 'Delivery'],
  ['iac', 'Infrastructure as code'],
  ['sast', 'Static analysis'],
  ['slo', 'Objectives (SLO)'],
  ['sla', 'Promised objectives (SLA)'],
  ['sli', 'Indicators (SLI)'],
  ['slo-spec', 'SLO file'],
  ['slsa-build-level', 'SLSA build level'],
  ['ml-pipeline', 'ML pipeline'],
  ['no-api', 'Provides no API'],
  ['no-dependencies', 'Depends on nothing'],
]);

/** Words that are offered where any word will do. */
const OFFERED: ReadonlyMap<string, readonly string[]> = new Map([
  ['stack', STACKS],
  ['compliance', DEFAULT_SETTINGS.regulatedTags],
]);

function labelOf(name: string): string {
  const words = name.replace(/-/g, ' ');
  return (
    LABELS.get(name) ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  );
}

/** The control for a value form. */
function pickerOf(name: string, form: ValueForm): Picker {
  switch (form.is) {
    case 'one-of':
      return name === 'tier'
        ? { kind: 'tier' }
        : { kind: 'choice', options: form.accepted, free: false };
    case 'list-of':
      return { kind: 'choices', options: form.accepted, free: false };
    case 'list':
      return { kind: 'choices', options: OFFERED.get(name) ?? [], free: true };
    case 'integer':
      return form.maximum === Number.MAX_SAFE_INTEGER
        ? { kind: 'number', minimum: form.minimum }
        : { kind: 'number', minimum: form.minimum, maximum: form.maximum };
    case 'date':
      return { kind: 'date', withUrl: form.withUrl };
    case 'url':
      return { kind: 'url' };
    case 'url-or-path':
      return { kind: 'url-or-path' };
    case 'url-or-word':
      return { kind: 'choice', options: form.accepted, free: true };
    case 'text':
      return { kind: 'text', hint: form.what };
    case 'flag':
      return { kind: 'flag' };
    case 'objectives':
      return { kind: 'slo' };
    case 'semver':
      return { kind: 'text', hint: 'semantic version' };
    case 'template-ref':
      return { kind: 'template' };
    case 'exemption':
      return { kind: 'text', hint: 'last day and reason' };
    default: {
      const unreachable: never = form;
      return unreachable;
    }
  }
}

/** Whose value a field asks for; the entity itself is not there when it is outside of what is known. */
export interface Holder {
  ref: string;
  view: EntityView | undefined;
  /** Makes ids unique where a form asks the same of several entities. */
  prefix: string;
}

function annotationField(
  key: string,
  holder: Holder,
  words: Pick<FixField, 'label' | 'help' | 'picker' | 'example'>,
): FixField {
  const read = holder.view?.read(key);
  return {
    ...words,
    id: `${holder.prefix}${key}`,
    current: (read && annotationText(read)) ?? '',
    entity: holder.ref,
    sets: { is: 'annotation', key },
  };
}

/**
 * The field of an annotation of ours, with the value that an entity has now. Every surface that lets a
 * person annotate builds its form of these.
 *
 * @public
 */
export function annotateField(own: OwnKey, view: EntityView): FixField {
  return ownField(own, { ref: view.ref, view, prefix: '' });
}

function ownField(own: OwnKey, holder: Holder): FixField {
  return annotationField(own.key, holder, {
    label: labelOf(own.name),
    help: own.meaning,
    picker: pickerOf(own.name, own.form),
    example: own.example,
  });
}

function written(value: unknown): string {
  if (Array.isArray(value)) {
    return value.filter(item => typeof item === 'string').join(', ');
  }
  return typeof value === 'string' ? value.trim() : '';
}

/** The field that asks for a wanted value of an entity. */
export function fixField(wanted: Wanted, holder: Holder): FixField {
  if ('own' in wanted) {
    const own = OWN_KEYS.find(({ key }) => key === ownKey(wanted.own));
    if (!own) {
      throw new TypeError(`There is no annotation "${wanted.own}".`);
    }
    return ownField(own, holder);
  }
  if ('foreign' in wanted) {
    const { label, help, example } = FOREIGN[wanted.foreign];
    return annotationField(wanted.foreign, holder, {
      label,
      help,
      example,
      picker: { kind: 'text', hint: example },
    });
  }
  const { label, help, picker, list } = FIELDS[wanted.field];
  const path = wanted.field.split('.');
  return {
    id: `${holder.prefix}${wanted.field}`,
    label,
    help,
    picker,
    current: written(holder.view && valueOf(holder.view.entity, ...path)),
    entity: holder.ref,
    sets: { is: 'field', path, list },
  };
}
