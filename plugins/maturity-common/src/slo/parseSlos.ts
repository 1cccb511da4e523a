import { parseSloItem } from './parseSloItem';
import type { Slo, SloParse, SloProblem } from './types';

/** Enough to explain a value; a value of a megabyte of commas must not fill the memory with problems. */
const MAX_PROBLEMS = 50;

/**
 * Reads an inline list of objectives, e.g. `availability=99.95/30d, latency(300ms)=99/30d`:
 *
 * ```
 * slos      = slo *( "," slo )
 * slo       = indicator [ "(" bound ")" ] "=" objective [ "%" ] "/" window
 * bound     = number ( "ms" | "s" | "m" | "h" )          for latency and freshness
 * objective = digits [ "." 1*4 digits ]                  0 < objective < 100, percent
 * window    = 1..366 "d"  |  1..52 "w"
 * ```
 *
 * Good items are kept when others are bad. The same indicator with the same bound twice is a problem
 * of the second. Never throws, takes time in proportion to the length, and stops at the 50th problem.
 *
 * @public
 */
export function parseSlos(text: string): SloParse {
  const slos: Slo[] = [];
  const problems: SloProblem[] = [];
  const seen = new Set<string>();
  let start = 0;
  while (start <= text.length && problems.length < MAX_PROBLEMS) {
    const comma = text.indexOf(',', start);
    const end = comma === -1 ? text.length : comma;
    const item = parseSloItem(text, { start, end });
    if (item.ok) {
      const identity = `${item.slo.indicator}/${item.slo.bound?.ms ?? ''}`;
      if (seen.has(identity)) {
        problems.push({
          position: item.position,
          text: item.text,
          expected: 'each indicator with the same bound only once',
        });
      } else {
        seen.add(identity);
        slos.push(item.slo);
      }
    } else {
      problems.push(item.problem);
    }
    start = end + 1;
  }
  return { slos, problems };
}

/**
 * A problem of an inline list as a sentence.
 *
 * @public
 */
export function describeSloProblem(problem: SloProblem): string {
  const found =
    problem.text === '' ? 'Nothing was found' : `"${problem.text}" was found`;
  return `${found} at position ${problem.position}, where ${problem.expected} was expected.`;
}
