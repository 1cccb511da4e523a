import { isRecord } from '../../entity/fields';
import { at, entriesOf, listOf, textOf } from '../text/data';

/** Enough to see what a matrix runs; a workflow may have 256 jobs of one. */
const MAX_VARIANTS = 32;
/** A longer script is a program, and what a matrix tells it are arguments. */
const MAX_SCRIPT = 2_000;
const EXPRESSION = /\$\{\{\s*matrix((?:\.[\w-]+)+)\s*\}\}/g;

type Combination = ReadonlyMap<string, unknown>;

function combine(matrix: unknown): Combination[] {
  let combinations: Combination[] = [new Map()];
  for (const [key, values] of entriesOf(matrix)) {
    if (key !== 'include' && key !== 'exclude' && Array.isArray(values)) {
      combinations = combinations
        .flatMap(each =>
          values
            .slice(0, MAX_VARIANTS)
            .map(value => new Map(each).set(key, value)),
        )
        .slice(0, MAX_VARIANTS);
    }
  }
  const included = listOf(at(matrix, 'include'))
    .filter(isRecord)
    .slice(0, MAX_VARIANTS);
  return [
    ...combinations,
    ...included.flatMap(extra =>
      combinations.map(each => new Map([...each, ...entriesOf(extra)])),
    ),
  ].slice(0, MAX_VARIANTS);
}

function valueOf(combination: Combination, path: string): string | undefined {
  const [, key, ...rest] = path.split('.');
  return textOf(at(combination.get(key), ...rest));
}

/** A text of a job for every combination of its matrix, each once; an expression that no value fills stays. */
export function variantsOf(text: string, strategy: unknown): readonly string[] {
  if (text.length > MAX_SCRIPT || text.search(EXPRESSION) === -1) {
    return [text];
  }
  const variants = combine(at(strategy, 'matrix')).map(combination =>
    text.replace(
      EXPRESSION,
      (whole, path: string) => valueOf(combination, path) ?? whole,
    ),
  );
  return variants.length === 0 ? [text] : [...new Set(variants)];
}
