import { InputError } from '@backstage/errors';
import {
  isListField,
  OWN_KEYS,
} from '@backstage-maturity/plugin-maturity-common';
import type { Change } from '@backstage-maturity/plugin-maturity-common';

const FIELD = /^(?:spec\.[^/]+|metadata\.(?:title|description))$/;

function wordsOf(value: string): string[] {
  return value
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '');
}

/** Fields of entities that somebody may name without their place. */
const FIELD_NAMES = new Map(
  [
    'metadata.title',
    'metadata.description',
    'spec.owner',
    'spec.lifecycle',
    'spec.type',
    'spec.system',
    'spec.domain',
    'spec.subcomponentOf',
    'spec.dependsOn',
    'spec.providesApis',
    'spec.consumesApis',
  ].map(path => [path.slice(path.indexOf('.') + 1), path]),
);

/** Slips that would write an annotation which nothing reads. */
function checkKey(key: string): void {
  const field = FIELD_NAMES.get(key);
  if (field !== undefined) {
    throw new InputError(`"${key}" is no annotation; the field is "${field}".`);
  }
  if (
    /^(?:metadata|spec)(?:\.[^/]*)?$|^(?:apiVersion|kind)$/.test(key) &&
    !FIELD.test(key)
  ) {
    throw new InputError(
      `"${key}" is no field that can be changed here; expected a field below "spec", "metadata.title", "metadata.description", or the key of an annotation.`,
    );
  }
  const own = OWN_KEYS.find(({ name }) => name === key);
  if (own) {
    throw new InputError(
      `"${key}" has no prefix; the annotation is "${own.key}".`,
    );
  }
}

function readSet(text: string): Change {
  const equals = text.indexOf('=');
  const key = text.slice(0, equals).trim();
  const value = text.slice(equals + 1).trim();
  if (equals < 1 || key === '') {
    throw new InputError(
      `--set "${text}" has no key and value; expected "key=value", such as "maturity/tier=2" or "spec.owner=payments".`,
    );
  }
  checkKey(key);
  if (!FIELD.test(key)) {
    return { do: 'set-annotation', key, value };
  }
  const path = key.split('.');
  return {
    do: 'set-field',
    path,
    value: isListField(path) ? wordsOf(value) : value,
  };
}

function readRemove(key: string): Change {
  checkKey(key);
  return FIELD.test(key)
    ? { do: 'remove-field', path: key.split('.') }
    : { do: 'remove-annotation', key };
}

/** `runbook=https://...`, or an address alone, in which an equals sign may stand as well. */
function readLink(text: string): Change {
  const [, type, url] = /^([\w-]+)=(.*)$/s.exec(text) ?? [];
  return {
    do: 'set-link',
    link: type === undefined ? { url: text } : { url, type },
  };
}

function readRemovedLink(text: string): Change {
  return text.includes('://')
    ? { do: 'remove-link', url: text }
    : { do: 'remove-link', type: text };
}

/** Two answers to one question: nobody can say which is meant. */
function requireOnce(keys: readonly string[]): void {
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    throw new InputError(
      `"${twice}" is named twice by --set and --remove; expected each key once.`,
    );
  }
}

/**
 * The changes that `--set`, `--remove` and the options of tags and links ask for. A key that begins with `spec.`, `metadata.title` and
 * `metadata.description` are fields; any other key is an annotation.
 *
 * @throws InputError when there is none, or a `--set` is not `key=value`
 */
export function readChanges(options: {
  set: readonly string[];
  remove: readonly string[];
  addTag: readonly string[];
  removeTag: readonly string[];
  setLink: readonly string[];
  removeLink: readonly string[];
}): Change[] {
  const changes: Change[] = [
    ...options.set.map(readSet),
    ...options.remove.map(readRemove),
    ...options.addTag.map(tag => ({ do: 'add-tag' as const, tag })),
    ...options.removeTag.map(tag => ({ do: 'remove-tag' as const, tag })),
    ...options.setLink.map(readLink),
    ...options.removeLink.map(readRemovedLink),
  ];
  requireOnce([
    ...options.set.map(text => text.slice(0, text.indexOf('=')).trim()),
    ...options.remove.map(key => key.trim()),
  ]);
  if (changes.length === 0) {
    throw new InputError(
      'Nothing to change was given; expected --set "key=value", --remove "key", or a tag or a link.',
    );
  }
  return changes;
}
