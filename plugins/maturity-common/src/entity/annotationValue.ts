import { parseUrl } from './addresses';
import type { AnnotationValue, PlaceholderKind } from './types';

/**
 * Words that say a practice is absent; compared in lower case.
 *
 * @public
 */
export const NEGATIVES: ReadonlySet<string> = new Set([
  'none',
  'no',
  'false',
  '0',
  'manual',
  'n/a',
  'todo',
]);

/**
 * True when the text is one of the words that say a practice is absent.
 *
 * @public
 */
export function isNegative(value: string): boolean {
  return NEGATIVES.has(value.trim().toLowerCase());
}

const CHANGE_ME = /(?:^|[^a-z0-9])changeme(?:$|[^a-z0-9])/i;
const TO_BE_DONE = /^tbd(?:$|[\s.:,;!?])/i;
const BARE_EXAMPLE_HOST =
  /^(?:[a-z0-9-]{1,63}\.){0,20}example\.com(?:$|[:/?#])/i;

function hasExampleHost(value: string): boolean {
  // Most values hold no such host; the split is only paid by those that name it.
  if (!value.toLowerCase().includes('example.com')) {
    return false;
  }
  return value.split(/[\s,]+/).some(word => {
    const address = word.replace(/^(?:url|dir):/i, '');
    if (BARE_EXAMPLE_HOST.test(address)) {
      return true;
    }
    const host = hostOf(address);
    return host === 'example.com' || host.endsWith('.example.com');
  });
}

function hostOf(address: string): string {
  return parseUrl(address)?.hostname.toLowerCase().replace(/\.$/, '') ?? '';
}

/**
 * Why a text counts as a placeholder, or undefined when it does not.
 *
 * @public
 */
export function placeholderKind(value: string): PlaceholderKind | undefined {
  if (value.includes('${{')) {
    return 'unrendered';
  }
  if (CHANGE_ME.test(value) || TO_BE_DONE.test(value.trim())) {
    return 'word';
  }
  return hasExampleHost(value) ? 'example-host' : undefined;
}

function hasVisibleText(value: string): boolean {
  return /[^\s\p{Cc}\p{Cf}]/u.test(value);
}

function shownShape(raw: unknown): string {
  if (typeof raw === 'object') {
    return Array.isArray(raw) ? '[list]' : '{mapping}';
  }
  return String(raw);
}

/**
 * Reads one annotation through the shared value rules: trimmed; absent when it holds nothing visible;
 * then negative words and placeholders. Anything but a string is a placeholder, because the catalog
 * rejects an entity that holds it. Never throws.
 *
 * @public
 */
export function readAnnotationValue(
  key: string,
  raw: unknown,
): AnnotationValue {
  if (raw === undefined || raw === null) {
    return { state: 'absent', key };
  }
  if (typeof raw !== 'string') {
    return {
      state: 'placeholder',
      key,
      raw: shownShape(raw),
      why: 'not-a-string',
    };
  }
  if (!hasVisibleText(raw)) {
    return { state: 'absent', key };
  }
  const value = raw.trim();
  if (isNegative(value)) {
    return { state: 'negative', key, raw: value };
  }
  const why = placeholderKind(value);
  return why
    ? { state: 'placeholder', key, raw: value, why }
    : { state: 'value', key, value };
}

/**
 * The trimmed text of an annotation in whatever state it is, or undefined when it is absent. For keys
 * in which a general negative is a value of its own, such as `0` for toil.
 *
 * @public
 */
export function annotationText(value: AnnotationValue): string | undefined {
  switch (value.state) {
    case 'absent':
      return undefined;
    case 'negative':
    case 'placeholder':
      return value.raw;
    case 'value':
      return value.value;
    default: {
      const unreachable: never = value;
      return unreachable;
    }
  }
}

/**
 * True only for the text `true`, in any case; every other value of a flag counts as absent.
 *
 * @public
 */
export function isTrue(value: AnnotationValue): boolean {
  return value.state === 'value' && value.value.toLowerCase() === 'true';
}
