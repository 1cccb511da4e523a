const FORM = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST = 63;

/** What an id may look like, for messages. */
export const ID_FORM = `an id of lower-case letters, digits and single dashes that starts with a letter and has at most ${LONGEST} characters`;

/**
 * Whether a text may be the id of a track or a check. Names that every object inherits, such as
 * `constructor`, are refused, because ids are keys of records on the wire and in reports.
 */
export function isIdentifier(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= LONGEST &&
    FORM.test(value) &&
    !(value in Object.prototype)
  );
}
