import { placeText } from './place';
import type { Comparison, Place, Predicate } from './types';

const COMPARISON_WORDS: Readonly<Record<Comparison, string>> = {
  $gte: 'is at least',
  $gt: 'is greater than',
  $lte: 'is at most',
  $lt: 'is less than',
};

function describeParts(parts: readonly Predicate[], word: string): string {
  return parts
    .map(part =>
      part.op === 'all' || part.op === 'any'
        ? `(${describePredicate(part)})`
        : describePredicate(part),
    )
    .join(` ${word} `);
}

/** A predicate in plain English, for definitions and messages. */
export function describePredicate(predicate: Predicate): string {
  switch (predicate.op) {
    case 'all':
      return describeParts(predicate.parts, 'and');
    case 'any':
      return describeParts(predicate.parts, 'or');
    case 'not':
      return `not (${describePredicate(predicate.part)})`;
    case 'match':
      return `\`${placeText(predicate.place)}\` ${predicate.text}`;
    case 'compare':
      return `\`${placeText(predicate.place)}\` ${
        COMPARISON_WORDS[predicate.comparison]
      } ${predicate.bound}`;
    case 'contains':
      return `\`${placeText(
        predicate.place,
      )}\` has an item where ${describePredicate(predicate.part)}`;
    case 'itself':
      return `the item is ${predicate.text}`;
    default: {
      const impossible: never = predicate;
      return impossible;
    }
  }
}

/** The places that a predicate looks at, each once, in the order of the text. */
export function placesOf(predicate: Predicate): Place[] {
  const found = new Map<string, Place>();
  const visit = (part: Predicate): void => {
    switch (part.op) {
      case 'all':
      case 'any':
        part.parts.forEach(visit);
        return;
      case 'not':
        visit(part.part);
        return;
      case 'match':
      case 'compare':
      case 'contains':
        if (!found.has(placeText(part.place))) {
          found.set(placeText(part.place), part.place);
        }
        return;
      case 'itself':
        return;
      default: {
        const impossible: never = part;
        throw impossible;
      }
    }
  };
  visit(predicate);
  return [...found.values()];
}
