import { safeText } from '../text/safeText';
import type { ConfigProblem } from '../types';
import { isRecord } from './json';

const SHOWN_ITEMS = 5;

/** A configured value in a few words. Never descends into it, so that depth and size do not matter. */
export function describeValue(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (typeof value === 'string') {
    return `"${safeText(value)}"`;
  }
  if (Array.isArray(value)) {
    return value.length === 1
      ? 'a list of 1 item'
      : `a list of ${value.length} items`;
  }
  if (isRecord(value)) {
    const keys = Object.keys(value);
    if (keys.length === 0) {
      return 'an object without keys';
    }
    const shown = keys.slice(0, SHOWN_ITEMS).map(key => safeText(key, 60));
    const more = keys.length > SHOWN_ITEMS ? ', …' : '';
    return `an object with ${shown.join(', ')}${more}`;
  }
  return safeText(String(value));
}

/** A place in the configuration, e.g. `maturity.tracks[0].id`. */
export function childPath(path: string, key: string | number): string {
  return typeof key === 'number'
    ? `${path}[${key}]`
    : `${path}.${safeText(key, 100)}`;
}

/** Collects every configuration problem, so that all of them are reported together. */
export class ProblemList {
  readonly #problems: ConfigProblem[] = [];

  get all(): readonly ConfigProblem[] {
    return this.#problems;
  }

  get count(): number {
    return this.#problems.length;
  }

  /** Adds a problem. `check` is the id of the check that is disabled because of it. */
  add(problem: {
    path: string;
    value: unknown;
    expected: string;
    check?: string;
  }): void {
    const { path, value, expected, check } = problem;
    this.#problems.push({
      path,
      value: describeValue(value),
      expected,
      ...(check === undefined ? {} : { check: safeText(check, 100) }),
    });
  }
}
