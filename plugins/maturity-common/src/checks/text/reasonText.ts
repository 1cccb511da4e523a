import { DECLARED_REASONS } from '../config/reasons';
import { REASONS } from '../reasons';
import type { ReasonText } from '../reasons';
import type { CheckResult, ReasonDetails } from '../types';
import { safeText } from './safeText';

const LONGEST_VALUE = 300;
const SHOWN_ITEMS = 8;
const SLOT = /\{\{\s*([A-Za-z]\w*)\s*\}\}/g;

/**
 * The English sentence of every reason code, those of declared checks included; `{{name}}` stands for a detail.
 *
 * @public
 */
export const REASON_TEXTS: ReadonlyMap<string, ReasonText> = new Map([
  ...REASONS,
  ...DECLARED_REASONS,
]);

/**
 * One detail as text: safe, bounded, lists joined with commas.
 *
 * @public
 */
export function detailText(value: ReasonDetails[string] | undefined): string {
  if (value === undefined) {
    return 'not known';
  }
  if (typeof value === 'object') {
    const shown = value
      .slice(0, SHOWN_ITEMS)
      .map(item => safeText(String(item)))
      .join(', ');
    const more = value.length - SHOWN_ITEMS;
    if (value.length === 0) {
      return 'none';
    }
    return more > 0 ? `${shown} and ${more} more` : shown;
  }
  return safeText(String(value), LONGEST_VALUE);
}

/** Ends a sentence once, also where a detail brought its own full stop. */
function ended(sentence: string): string {
  const text = sentence.replace(/\.\.$/, '.');
  return /[.!?…]["”)]?$/.test(text) ? text : `${text}.`;
}

/**
 * Fills the details into a template. Details are put in as they are: a `{{…}}` inside one is text and
 * is never filled in turn.
 *
 * @public
 */
export function fillTemplate(
  template: string,
  details: ReasonDetails | undefined,
): string {
  return template.replace(SLOT, (_slot, name: string) =>
    detailText(
      details && Object.hasOwn(details, name) ? details[name] : undefined,
    ).replace(/\{\{/g, '{ {'),
  );
}

/**
 * The English sentence that explains a result. A code that is not known gives a sentence that names it.
 *
 * @public
 */
export function reasonText(
  result: Pick<CheckResult, 'reason' | 'details'>,
): string {
  const known = REASON_TEXTS.get(result.reason);
  if (known) {
    return ended(fillTemplate(known.text, result.details));
  }
  const details = Object.entries(result.details ?? {}).map(
    ([name, value]) => `${safeText(name, 40)} ${detailText(value)}`,
  );
  const tail = details.length > 0 ? ` (${details.join('; ')})` : '';
  return ended(`The reason is "${safeText(result.reason)}"${tail}`).replace(
    /\{\{/g,
    '{ {',
  );
}
