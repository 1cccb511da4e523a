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

/** The name of one of our keys without the prefix is a slip that would write a key which nothing reads. */
function checkPrefix(key: string): void {
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
  checkPrefix(key);
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
  checkPrefix(key);
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
  if (changes.length === 0) {
    throw new InputError(
      'Nothing to change was given; expected --set "key=value", --remove "key", or a tag or a link.',
    );
  }
  return changes;
}
