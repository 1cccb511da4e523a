/**
 * What the value of an annotation key may look like.
 *
 * @public
 */
export type ValueForm =
  /** One word of a closed set; `refused` words are understood and mean that the practice is absent. */
  | {
      is: 'one-of';
      accepted: readonly string[];
      refused: readonly string[];
    }
  /** A comma list of words of a closed set. */
  | { is: 'list-of'; accepted: readonly string[] }
  /** A comma list of free words. */
  | { is: 'list' }
  | { is: 'integer'; minimum: number; maximum: number }
  /** `YYYY-MM-DD`, with an optional URL after a space where `withUrl` says so. */
  | { is: 'date'; withUrl: boolean }
  | { is: 'url' }
  | { is: 'url-or-path' }
  /** A URL or one of a few words. */
  | {
      is: 'url-or-word';
      accepted: readonly string[];
      refused: readonly string[];
    }
  /** Any real text; `what` names what is expected in it. */
  | { is: 'text'; what: string; refused?: readonly string[] }
  /** The text `true`; anything else counts as absent. */
  | { is: 'flag' }
  /** A comma list of service level objectives. */
  | { is: 'objectives' }
  | { is: 'semver' }
  | { is: 'template-ref' }
  /** The last UTC day of a waiver, a space and the reason. */
  | { is: 'exemption' };

function words(values: readonly string[]): string {
  return values.map(value => `\`${value}\``).join(', ');
}

function refusedWords(refused: readonly string[]): string {
  return refused.length === 0 ? '' : ` (${words(refused)}: not practised)`;
}

/**
 * A value form in plain words, for reference pages and messages.
 *
 * @public
 */
export function describeValueForm(form: ValueForm): string {
  switch (form.is) {
    case 'one-of':
      return `one of ${words(form.accepted)}${refusedWords(form.refused)}`;
    case 'list-of':
      return `comma list of ${words(form.accepted)}`;
    case 'list':
      return 'comma list of words';
    case 'integer':
      return form.maximum === Number.MAX_SAFE_INTEGER
        ? `whole number from ${form.minimum}`
        : `whole number from ${form.minimum} to ${form.maximum}`;
    case 'date':
      return form.withUrl
        ? 'date (`YYYY-MM-DD`), optionally followed by a space and a URL'
        : 'date (`YYYY-MM-DD`)';
    case 'url':
      return 'http(s) URL';
    case 'url-or-path':
      return 'http(s) URL or relative path';
    case 'url-or-word':
      return `http(s) URL or ${words(form.accepted)}${refusedWords(
        form.refused,
      )}`;
    case 'text':
      return `${form.what}${refusedWords(form.refused ?? [])}`;
    case 'flag':
      return '`true`';
    case 'objectives':
      return 'comma list of objectives, each `indicator(bound)=objective/window`';
    case 'semver':
      return 'semantic version';
    case 'template-ref':
      return 'reference of a Template';
    case 'exemption':
      return 'last day of the exemption (`YYYY-MM-DD`), a space and the reason';
    default: {
      const unreachable: never = form;
      return unreachable;
    }
  }
}
