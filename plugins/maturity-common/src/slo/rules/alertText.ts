import type { Field } from './Field';
import { readLabelValue } from './names';

/**
 * What Prometheus may fill in. Its template language can also run queries and loops; a text that asks
 * for more is refused, so that no text of a file can break or slow down the evaluation of rules.
 */
const ACTION =
  /^\{\{-?\s*(?:\$labels\.[A-Za-z_][A-Za-z0-9_]*(?:\s*\|\s*(?:title|toUpper|toLower))?|\$value(?:\s*\|\s*humanize(?:Percentage|Duration|1024)?)?)\s*-?\}\}/;

function isTemplate(text: string): boolean {
  let rest = text;
  for (let start = rest.indexOf('{{'); start !== -1; ) {
    const action = ACTION.exec(rest.slice(start));
    if (!action) {
      return false;
    }
    rest = rest.slice(start + action[0].length);
    start = rest.indexOf('{{');
  }
  return true;
}

/** The value of a label or annotation of an alert, in which Prometheus fills in templates. */
export function readAlertText(place: Field): string | undefined {
  const text = readLabelValue(place);
  if (text === undefined) {
    return undefined;
  }
  return isTemplate(text)
    ? text
    : place.refuse(
        'a text in which "{{" begins nothing but {{ $labels.name }} or {{ $value }}, with a formatting function such as humanizePercentage at most,',
      );
}

/** A text that Prometheus shall show as it is, where it would fill in templates. */
export function literalAlertText(text: string): string {
  return text.replace(/\{\{/g, '{{"{{"}}');
}
