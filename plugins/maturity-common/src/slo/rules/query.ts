import type { Field } from './Field';
import { hasControlCharacters } from './names';

const WINDOW = /\{\{\s*\.window\s*\}\}/g;
const MAX_LENGTH = 10_000;
const CLOSING = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** Strings and comments of PromQL; what stands in them opens and closes nothing. */
const PASSED_OVER = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|#[^\n]*/g;

/** The look-back as it stands in a query, instead of the mark. */
export function withWindow(query: string, window: string): string {
  return query.replace(WINDOW, window);
}

/** The query with strings and comments blanked out, so that offsets stay. */
function bare(query: string): string {
  return query.replace(PASSED_OVER, match =>
    // The quotes stay: an empty place would join what stands around a string.
    match.startsWith('#')
      ? ' '.repeat(match.length)
      : `_${' '.repeat(match.length - 2)}_`,
  );
}

/** What is wrong with the form of a query, as what was expected; undefined when it is one whole expression in brackets and strings. */
function faultOf(query: string): string | undefined {
  const text = bare(query);
  const quote = /["'`]/.exec(text);
  if (quote) {
    return `a closing ${quote[0]} for the one at character ${quote.index + 1}`;
  }
  if (text.trim() === '') {
    return 'a PromQL expression';
  }
  const open: { mark: string; at: number }[] = [];
  for (const [index, mark] of [...text].entries()) {
    const opening = CLOSING.get(mark);
    if (opening !== undefined) {
      if (open.pop()?.mark !== opening) {
        return `an opening ${opening} for the ${mark} at character ${
          index + 1
        }`;
      }
    } else if ('([{'.includes(mark)) {
      open.push({ mark, at: index + 1 });
    }
  }
  const unclosed = open.pop();
  return (
    unclosed && `the end of the ${unclosed.mark} at character ${unclosed.at}`
  );
}

/**
 * A query of the author. Its meaning is theirs; its form is checked, because it is put into brackets
 * within larger expressions: one that closes a bracket too many would change the rest.
 */
export function readQuery(place: Field): string | undefined {
  const written = place.text('a PromQL query with {{.window}} as look-back');
  if (written === undefined) {
    return undefined;
  }
  const query = written.replace(/\r\n?/g, '\n');
  if (query.length > MAX_LENGTH || hasControlCharacters(query)) {
    return place.refuse(
      `a query of at most ${MAX_LENGTH} characters without control characters`,
    );
  }
  const filled = withWindow(query, '5m');
  if (filled === query) {
    return place.refuse(
      'a query with {{.window}} as look-back, such as rate(requests_total[{{.window}}]),',
    );
  }
  if (filled.includes('{{')) {
    return place.refuse('a query without templates other than {{.window}}');
  }
  const fault = faultOf(query);
  return fault === undefined ? query : place.refuse(`${fault} of the query`);
}
