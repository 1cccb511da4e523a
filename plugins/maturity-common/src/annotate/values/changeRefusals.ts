import { makeValidator } from '@backstage/catalog-model';
import { isHttpUrl, placeholderKind } from '../../entity';
import { subjectOf } from '../subjectOf';
import type { Change, LinkValue, Refusal } from '../types';
import { annotationProblem } from './annotationProblem';
import { fieldExpectation } from './fieldExpectation';

const { isValidAnnotationKey, isValidTag } = makeValidator();
const LONGEST_VALUE = 10_000;

function isOfEveryObject(name: string): boolean {
  return name in Object.prototype || name === 'prototype';
}

function keyRefusal(key: string): Refusal | undefined {
  const isRefused =
    !isValidAnnotationKey(key) || key.split('/').some(isOfEveryObject);
  return isRefused
    ? {
        reason: 'key',
        subject: key,
        found: key,
        expected:
          'an annotation key "[prefix/]name" of letters, digits, "-", "_" and "." that no object has by itself',
      }
    : undefined;
}

function annotationRefusal(key: string, value: string): Refusal | undefined {
  const problem = annotationProblem(key, value);
  if (!problem) {
    return undefined;
  }
  const { found, expected, position } = problem;
  return {
    reason: problem.problem === 'unknown-key' ? 'key' : 'value',
    subject: key,
    found:
      position > 0 ? `${found}" at position ${position} of "${value}` : found,
    expected,
  };
}

function fieldRefusal(
  path: readonly string[],
  value: string | readonly string[] | undefined,
): Refusal | undefined {
  const subject = path.join('.');
  const isPath =
    (path[0] === 'spec' && path.length > 1) ||
    ['metadata.title', 'metadata.description'].includes(subject);
  const isShaped = path.every(
    step => /^[A-Za-z][\w-]*$/.test(step) && !isOfEveryObject(step),
  );
  if (!isPath || !isShaped) {
    return {
      reason: 'field',
      subject,
      found: subject,
      expected: 'a field below spec, metadata.title or metadata.description',
    };
  }
  const values = typeof value === 'string' ? [value] : value ?? [];
  for (const each of values) {
    const expected = fieldExpectation(path, each);
    if (expected !== undefined) {
      return { reason: 'value', subject, found: each, expected };
    }
  }
  return undefined;
}

function linkRefusal({ url, type }: LinkValue): Refusal | undefined {
  const isUrl = isHttpUrl(url) && !placeholderKind(url);
  if (isUrl && type?.trim() !== '') {
    return undefined;
  }
  return {
    reason: 'value',
    subject: 'metadata.links',
    found: isUrl ? '' : url,
    expected: isUrl ? 'a type, or none at all' : 'a real http(s) URL',
  };
}

function sizes(change: Change): readonly string[] {
  switch (change.do) {
    case 'set-annotation':
      return [change.value];
    case 'set-field':
      return typeof change.value === 'string' ? [change.value] : change.value;
    case 'set-link':
      return [change.link.url, change.link.title ?? ''];
    default:
      return [];
  }
}

function refusalOf(change: Change): Refusal | undefined {
  if (sizes(change).some(value => value.length > LONGEST_VALUE)) {
    return {
      reason: 'too-large',
      subject: subjectOf(change).path,
      found: `more than ${LONGEST_VALUE} characters`,
      expected: `at most ${LONGEST_VALUE} characters`,
    };
  }
  switch (change.do) {
    case 'set-annotation':
      return (
        keyRefusal(change.key) ?? annotationRefusal(change.key, change.value)
      );
    case 'set-field':
      return fieldRefusal(change.path, change.value);
    case 'remove-field':
      return fieldRefusal(change.path, undefined);
    case 'set-link':
      return linkRefusal(change.link);
    case 'add-tag':
      return isValidTag(change.tag) && !isOfEveryObject(change.tag)
        ? undefined
        : {
            reason: 'value',
            subject: 'metadata.tags',
            found: change.tag,
            expected:
              'a tag of lower-case letters, digits, ":", "+" and "#" with single dashes between them',
          };
    // What is wrong must be removable.
    case 'remove-annotation':
    case 'remove-link':
    case 'remove-tag':
      return undefined;
    default: {
      const unreachable: never = change;
      return unreachable;
    }
  }
}

/** Why changes are not made, whatever the file says: wrong keys and values that the checks cannot read. */
export function changeRefusals(changes: readonly Change[]): Refusal[] {
  return changes.flatMap(change => {
    const refusal = refusalOf(change);
    return refusal ? [refusal] : [];
  });
}
