import { parseFilterPredicate } from '@backstage/filter-predicates';
import { safeText } from '../../text/safeText';
import { didYouMean } from '../closest';
import { isPrimitive, isRecord } from '../json';
import type { JsonRecord } from '../json';
import { childPath } from '../ProblemList';
import type { ProblemList } from '../ProblemList';
import { parseValue } from './parseValue';
import { placeOf, ROOTS, rootOf } from './place';
import { LOGIC } from './types';
import type { Predicate } from './types';

/** Deeper nesting is a mistake, and the recursion over it must end. */
const DEEPEST = 16;

/** Where in the configuration a predicate stands, and where its problems go. */
export interface PredicateContext {
  path: string;
  problems: ProblemList;
  /** The check that a problem disables. */
  check: string;
  depth: number;
  /** Inside `$contains`: paths then start at the item of the list. */
  item: boolean;
}

const SHAPE =
  'an object whose keys are paths such as spec.type or metadata.annotations.<key>, or one of $all, $any, $not';

function refuse(
  context: PredicateContext,
  value: unknown,
  expected: string,
): undefined {
  const { path, problems, check } = context;
  problems.add({ path, value, expected, check });
  return undefined;
}

function parseList(
  op: 'all' | 'any',
  value: unknown,
  context: PredicateContext,
): Predicate | undefined {
  if (!Array.isArray(value) || value.length === 0) {
    return refuse(context, value, 'a list with at least one predicate');
  }
  const parts = value.map((item, index) =>
    parsePredicate(item, { ...context, path: childPath(context.path, index) }),
  );
  const good = parts.filter(part => part !== undefined);
  return good.length === parts.length ? { op, parts: good } : undefined;
}

function parseLogic(
  value: JsonRecord,
  operator: (typeof LOGIC)[number],
  context: PredicateContext,
): Predicate | undefined {
  if (Object.keys(value).length !== 1) {
    return refuse(
      context,
      value,
      `${operator} alone in its object; put ${operator} and the other conditions into the list of an $all`,
    );
  }
  const inner = { ...context, path: childPath(context.path, operator) };
  switch (operator) {
    case '$all':
      return parseList('all', value.$all, inner);
    case '$any':
      return parseList('any', value.$any, inner);
    case '$not': {
      const part = parsePredicate(value.$not, inner);
      return part && { op: 'not', part };
    }
    default: {
      const impossible: never = operator;
      return impossible;
    }
  }
}

function parseCondition(
  key: string,
  value: unknown,
  context: PredicateContext,
): Predicate | undefined {
  const inner = { ...context, path: childPath(context.path, key) };
  if (key.startsWith('$')) {
    return refuse(
      inner,
      value,
      `a path, or one of ${LOGIC.join(', ')}${didYouMean(key, LOGIC)}`,
    );
  }
  if (key === '' || /[\r\n]/.test(key)) {
    return refuse(inner, value, 'a path of one line that is not empty');
  }
  const root = rootOf(key);
  if (!context.item && !ROOTS.some(known => known === root)) {
    return refuse(
      inner,
      value,
      `a path that starts with one of ${ROOTS.join(', ')}${didYouMean(
        root,
        ROOTS,
      )}`,
    );
  }
  return parseValue(value, {
    ...inner,
    place: context.item ? { kind: 'field', path: key } : placeOf(key),
  });
}

/**
 * Reads a predicate of the configuration. Every mistake in it is added to the problems; nothing is
 * returned when there is at least one.
 */
export function parsePredicate(
  value: unknown,
  context: PredicateContext,
): Predicate | undefined {
  if (context.depth > DEEPEST) {
    return refuse(context, value, `a predicate nested at most ${DEEPEST} deep`);
  }
  const inner = { ...context, depth: context.depth + 1 };
  if (context.item && isPrimitive(value)) {
    return {
      op: 'itself',
      filter: parseFilterPredicate(value),
      text: `"${safeText(String(value))}"`,
    };
  }
  if (!isRecord(value)) {
    return refuse(context, value, SHAPE);
  }
  const operator = LOGIC.find(name => Object.hasOwn(value, name));
  if (operator) {
    return parseLogic(value, operator, inner);
  }
  const conditions = Object.entries(value);
  if (conditions.length === 0) {
    return refuse(
      context,
      value,
      'at least one condition, because an empty predicate holds for everything',
    );
  }
  const parts = conditions.map(([key, condition]) =>
    parseCondition(key, condition, inner),
  );
  const good = parts.filter(part => part !== undefined);
  if (good.length < parts.length) {
    return undefined;
  }
  return good.length === 1 ? good[0] : { op: 'all', parts: good };
}
