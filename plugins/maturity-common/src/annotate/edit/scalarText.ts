/** How a text is written: bare, in single or in double quotes. */
export type Quoting = 'plain' | 'single' | 'double';

const BARE =
  /^(?:[A-Za-z_./])(?:[A-Za-z0-9_./@+=%~-]|:(?=[^\s])|[ ](?=[A-Za-z0-9_./(]))*$/;
/** Words that one version of YAML or another reads as something else than text. */
const NO_TEXT = /^(?:true|false|yes|no|on|off|y|n|null|~|\.inf|\.nan|\.\d.*)$/i;
const NEEDS_ESCAPE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;
const NOT_ESCAPED_BY_JSON = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function isBare(text: string): boolean {
  return BARE.test(text) && !NO_TEXT.test(text);
}

function inDoubleQuotes(text: string): string {
  return JSON.stringify(text).replace(
    NOT_ESCAPED_BY_JSON,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A text as a YAML scalar on one line, in the wished quoting where that can hold it: what any reader
 * could take for a number, a date or a truth value is quoted always.
 */
export function scalarText(text: string, wish: Quoting): string {
  if (NEEDS_ESCAPE.test(text) || wish === 'double') {
    return inDoubleQuotes(text);
  }
  return wish === 'plain' && isBare(text)
    ? text
    : `'${text.replace(/'/g, "''")}'`;
}
