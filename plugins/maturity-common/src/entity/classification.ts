import type { Lifecycle, Tier } from './types';

/**
 * Every accepted lifecycle word, in lower case, with what it means.
 *
 * @public
 */
export const LIFECYCLE_ALIASES: ReadonlyMap<string, Lifecycle> = new Map<
  string,
  Lifecycle
>([
  ['production', 'production'],
  ['ga', 'production'],
  ['live', 'production'],
  ['stable', 'production'],
  ['prod', 'production'],
  ['experimental', 'experimental'],
  ['alpha', 'experimental'],
  ['poc', 'experimental'],
  ['prototype', 'experimental'],
  ['incubating', 'experimental'],
  ['deprecated', 'deprecated'],
  ['eol', 'deprecated'],
  ['retired', 'deprecated'],
  ['sunset', 'deprecated'],
]);

/**
 * What a lifecycle word means. An unknown or missing word behaves as production, so silence never escapes checks.
 *
 * @public
 */
export function parseLifecycle(raw: unknown): {
  lifecycle: Lifecycle;
  word: { raw: string; known: boolean };
} {
  const written = typeof raw === 'string' ? raw.trim() : '';
  const lifecycle = LIFECYCLE_ALIASES.get(written.toLowerCase());
  return {
    lifecycle: lifecycle ?? 'production',
    word: { raw: written, known: lifecycle !== undefined },
  };
}

/**
 * Types in lower case that never run by themselves.
 *
 * @public
 */
export const NON_RUNTIME_TYPES: ReadonlySet<string> = new Set([
  'library',
  'package',
  'sdk',
  'documentation',
  'tool',
]);

/**
 * Types in lower case that are expected to provide an API.
 *
 * @public
 */
export const API_LIKE_TYPES: ReadonlySet<string> = new Set([
  'service',
  'api',
  'backend',
]);

/**
 * True for every type that is not known to be without a runtime; unknown and empty types count as runtime.
 *
 * @public
 */
export function isRuntimeType(type: string): boolean {
  return !NON_RUNTIME_TYPES.has(type.trim().toLowerCase());
}

/**
 * True for types that are expected to provide an API.
 *
 * @public
 */
export function isApiLikeType(type: string): boolean {
  return API_LIKE_TYPES.has(type.trim().toLowerCase());
}

/**
 * Reads a tier, `1` to `4`; undefined for any other text.
 *
 * @public
 */
export function parseTier(value: string): Tier | undefined {
  switch (value.trim()) {
    case '1':
      return 1;
    case '2':
      return 2;
    case '3':
      return 3;
    case '4':
      return 4;
    default:
      return undefined;
  }
}
