import type { Field } from './Field';

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
const ALERT_NAME = /^[A-Za-z_](?:[A-Za-z0-9_ .-]{0,98}[A-Za-z0-9_])?$/;
const LABEL_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/;
const MAX_LABEL_LENGTH = 1_000;

/** Labels that Prometheus or the rules themselves set. */
const RESERVED = /^(?:__.*|sloth_.*|alertname|alertstate|maturity_weighting)$/;

/** Anything that is not text: it would end up on dashboards, in pages and in terminals. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** True when a text holds control characters other than tabs and line ends. */
export function hasControlCharacters(text: string): boolean {
  return CONTROL.test(text);
}

/** The name of a service or an objective; it becomes a label, a part of an id and an anchor. */
export function readName(place: Field): string | undefined {
  const name = place.scalar();
  return name !== undefined && NAME.test(name)
    ? name
    : place.refuse(
        'a name of at most 63 letters, digits, "-", "_" and "." that begins and ends with a letter or digit',
      );
}

/** The name of an alert, or an empty text when there is none. */
export function readAlertName(place: Field): string | undefined {
  if (!place.isThere || place.value === '') {
    return '';
  }
  const name = place.scalar();
  return name !== undefined && ALERT_NAME.test(name)
    ? name
    : place.refuse(
        'the name of an alert: at most 100 letters, digits, "_", "-", "." and spaces, beginning with a letter',
      );
}

/** A mapping of label names to values; `readValue` may ask more of a value and gives undefined after it refused one. */
export function readLabels(
  place: Field,
  readValue: (value: Field) => string | undefined = readLabelValue,
): Map<string, string> {
  const labels = new Map<string, string>();
  if (!place.isMapping()) {
    return labels;
  }
  for (const [name, value] of place.entries()) {
    if (!LABEL_NAME.test(name)) {
      value.refuse(
        'a name of letters, digits and "_" that does not begin with a digit',
      );
    } else if (RESERVED.test(name)) {
      value.refuse(
        `another name than "${name}", which Prometheus or the rules set themselves,`,
      );
    } else {
      const text = readValue(value);
      if (text !== undefined) {
        labels.set(name, text);
      }
    }
  }
  return labels;
}

/** The value of a label, as text. */
export function readLabelValue(place: Field): string | undefined {
  const value = place.scalar();
  return value !== undefined &&
    value !== '' &&
    value.length <= MAX_LABEL_LENGTH &&
    !hasControlCharacters(value)
    ? value
    : place.refuse(
        `a text of 1 to ${MAX_LABEL_LENGTH} characters without control characters`,
      );
}

/** The id of an objective, which no other objective of the file may have. */
export function readId(
  place: Field,
  options: { service: string; name: string; ids: Set<string> },
): string | undefined {
  const { service, name, ids } = options;
  const id = `${service}-${name}`;
  if (ids.has(id)) {
    return place.refuse(
      `another name (the id "${id}" is taken by an objective above)`,
    );
  }
  ids.add(id);
  return id;
}
