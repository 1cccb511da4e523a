import { parseFilterPredicate } from '@backstage/filter-predicates';
import { isNegative, placeholderKind } from '../../../entity';
import { safeText } from '../../text/safeText';
import { didYouMean } from '../closest';
import { isFiniteNumber, isPrimitive, isRecord } from '../json';
import type { JsonRecord } from '../json';
import { childPath } from '../ProblemList';
import { parsePredicate } from './parsePredicate';
import type { PredicateContext } from './parsePredicate';
import { placeText } from './place';
import { VALUE_OPERATORS } from './types';
import type { Place, Predicate } from './types';

interface ValueContext extends PredicateContext {
  place: Place;
}

function refuse(
  context: ValueContext,
  value: unknown,
  expected: string,
): undefined {
  const { path, problems, check } = context;
  problems.add({ path, value, expected, check });
  return undefined;
}

function quoted(value: string | number | boolean): string {
  return typeof value === 'string' ? `"${safeText(value)}"` : String(value);
}

/**
 * Why a comparison of an annotation with a value can never hold, as what was expected instead;
 * undefined for a comparison that can.
 */
function neverHolds(place: Place, value: unknown): string | undefined {
  if (place.kind !== 'annotation') {
    return undefined;
  }
  if (typeof value === 'boolean') {
    // The library never takes `true` for `"true"`.
    return 'text: annotations hold text, so write "true" in quotes';
  }
  const word = String(value).trim();
  if (word === '' || isNegative(word) || placeholderKind(word)) {
    return 'a real value: empty, negative and placeholder values of annotations count as absent, which { $exists: false } asks for';
  }
  return undefined;
}

function match(
  context: ValueContext,
  matcher: unknown,
  text: string,
): Predicate {
  return {
    op: 'match',
    place: context.place,
    filter: parseFilterPredicate({ value: matcher }),
    text,
  };
}

function parseOneOf(
  value: unknown,
  context: ValueContext,
): Predicate | undefined {
  if (!Array.isArray(value) || value.length === 0) {
    return refuse(
      context,
      value,
      'a list with at least one text, number, true or false',
    );
  }
  for (const [index, item] of value.entries()) {
    const expected = isPrimitive(item)
      ? neverHolds(context.place, item)
      : 'a text, a number, true or false';
    if (expected) {
      const path = childPath(context.path, index);
      return refuse({ ...context, path }, item, expected);
    }
  }
  return match(
    context,
    { $in: value },
    `is one of ${value.map(quoted).join(', ')}`,
  );
}

function parseOperator(
  operator: (typeof VALUE_OPERATORS)[number],
  value: unknown,
  context: ValueContext,
): Predicate | undefined {
  switch (operator) {
    case '$exists':
      if (typeof value !== 'boolean') {
        return refuse(context, value, 'true or false');
      }
      return match(
        context,
        { $exists: value },
        value ? 'is present' : 'is absent',
      );
    case '$in':
      return parseOneOf(value, context);
    case '$hasPrefix':
      if (typeof value !== 'string' || value === '') {
        return refuse(context, value, 'a text that is not empty');
      }
      return match(
        context,
        { $hasPrefix: value },
        `starts with ${quoted(value)}`,
      );
    case '$contains': {
      if (context.place.kind === 'annotation') {
        return refuse(
          context,
          { $contains: value },
          `an operator for text, because the annotation ${placeText(
            context.place,
          )} is never a list`,
        );
      }
      const part = parsePredicate(value, { ...context, item: true });
      return part && { op: 'contains', place: context.place, part };
    }
    case '$gte':
    case '$gt':
    case '$lte':
    case '$lt':
      if (!isFiniteNumber(value)) {
        return refuse(context, value, 'a number without quotes');
      }
      return {
        op: 'compare',
        place: context.place,
        comparison: operator,
        bound: value,
      };
    default: {
      const impossible: never = operator;
      return impossible;
    }
  }
}

function parseOperators(
  value: JsonRecord,
  context: ValueContext,
): Predicate | undefined {
  const keys = Object.keys(value);
  if (keys.length > 1) {
    // The library evaluates the first operator that it knows and drops the others without a word.
    return refuse(
      context,
      value,
      'exactly one operator; to ask for several, give each its own object in the list of an $all',
    );
  }
  const operator = VALUE_OPERATORS.find(name => name === keys[0]);
  if (!operator) {
    return refuse(
      context,
      value,
      `a plain value, or an object with one of ${VALUE_OPERATORS.join(', ')}${
        keys.length > 0 ? didYouMean(keys[0], VALUE_OPERATORS) : ''
      }`,
    );
  }
  return parseOperator(operator, value[operator], {
    ...context,
    path: childPath(context.path, operator),
  });
}

/** Reads what one path of a predicate is compared with. */
export function parseValue(
  value: unknown,
  context: ValueContext,
): Predicate | undefined {
  if (isPrimitive(value)) {
    const expected = neverHolds(context.place, value);
    if (expected) {
      return refuse(context, value, expected);
    }
    return match(context, value, `is ${quoted(value)}`);
  }
  if (isRecord(value)) {
    return parseOperators(value, context);
  }
  return refuse(
    context,
    value,
    `a plain value, or an object with one of ${VALUE_OPERATORS.join(', ')}`,
  );
}
