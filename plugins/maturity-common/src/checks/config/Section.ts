import { parseIsoDate } from '../../entity';
import { didYouMean } from './closest';
import { isRecord, ownValue } from './json';
import type { JsonRecord } from './json';
import { childPath } from './ProblemList';
import type { ProblemList } from './ProblemList';

const LONGEST_TEXT = 2000;
const MOST_WORDS = 500;

/** Where a section stands, where its problems go, and the check that they disable, if any. */
export interface SectionContext {
  path: string;
  problems: ProblemList;
  check?: string;
}

/**
 * One object of the configuration. Every reader gives the value when it is there and right; otherwise
 * nothing, and a problem when it is there and wrong. A key without a value counts as missing.
 */
export class Section {
  constructor(readonly record: JsonRecord, readonly context: SectionContext) {}

  /** Reads an object; anything else is a problem. */
  static read(
    value: unknown,
    context: SectionContext,
    expected: string,
  ): Section | undefined {
    if (isRecord(value)) {
      return new Section(value, context);
    }
    context.problems.add({ ...context, value, expected });
    return undefined;
  }

  has(key: string): boolean {
    return this.value(key) !== undefined;
  }

  value(key: string): unknown {
    return ownValue(this.record, key);
  }

  path(key: string): string {
    return childPath(this.context.path, key);
  }

  /** Adds a problem of one key. */
  refuse(key: string, expected: string): undefined {
    this.context.problems.add({
      ...this.context,
      path: this.path(key),
      value: this.value(key),
      expected,
    });
    return undefined;
  }

  /** Adds a problem of one item of a list. */
  refuseItem(key: string, index: number, expected: string): undefined {
    const list = this.value(key);
    this.context.problems.add({
      ...this.context,
      path: childPath(this.path(key), index),
      value: Array.isArray(list) ? list[index] : undefined,
      expected,
    });
    return undefined;
  }

  /** Reports every key that is not in the list. */
  allowOnly(keys: readonly string[]): void {
    for (const key of Object.keys(this.record)) {
      if (!keys.includes(key)) {
        this.refuse(
          key,
          `one of the keys ${keys.join(', ')}${didYouMean(key, keys)}`,
        );
      }
    }
  }

  /** Reports a key that must be there and is not. */
  require(keys: readonly string[]): void {
    for (const key of keys) {
      if (!this.has(key)) {
        this.refuse(key, 'a value, because this key is required');
      }
    }
  }

  text(key: string): string | undefined {
    const value = this.value(key);
    if (value === undefined) {
      return undefined;
    }
    if (
      typeof value !== 'string' ||
      value.trim() === '' ||
      value.length > LONGEST_TEXT
    ) {
      return this.refuse(
        key,
        `a text that is not empty and has at most ${LONGEST_TEXT} characters`,
      );
    }
    return value.trim();
  }

  flag(key: string): boolean | undefined {
    const value = this.value(key);
    if (value === undefined || typeof value === 'boolean') {
      return value;
    }
    return this.refuse(key, 'true or false');
  }

  /** A whole number within bounds. */
  integer(
    key: string,
    range: { minimum: number; maximum: number },
  ): number | undefined {
    const value = this.value(key);
    if (value === undefined) {
      return undefined;
    }
    if (
      typeof value !== 'number' ||
      !Number.isInteger(value) ||
      value < range.minimum ||
      value > range.maximum
    ) {
      return this.refuse(
        key,
        `a whole number from ${range.minimum} to ${range.maximum}`,
      );
    }
    return value;
  }

  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const value = this.value(key);
    if (value === undefined) {
      return undefined;
    }
    const found = allowed.find(word => word === value);
    if (found === undefined) {
      const near = typeof value === 'string' ? didYouMean(value, allowed) : '';
      return this.refuse(key, `one of ${allowed.join(', ')}${near}`);
    }
    return found;
  }

  /** A day, as `YYYY-MM-DD`. */
  day(key: string): string | undefined {
    const value = this.value(key);
    if (value === undefined) {
      return undefined;
    }
    const date = typeof value === 'string' ? parseIsoDate(value) : undefined;
    return (
      date?.text ?? this.refuse(key, 'a day of the calendar as YYYY-MM-DD')
    );
  }

  /** A list of texts, trimmed; none may be empty. */
  texts(key: string): readonly string[] | undefined {
    const value = this.value(key);
    if (value === undefined) {
      return undefined;
    }
    if (!Array.isArray(value) || value.length > MOST_WORDS) {
      return this.refuse(
        key,
        `a list of at most ${MOST_WORDS} texts, none of them empty`,
      );
    }
    const texts = value.flatMap((item: unknown, index) =>
      typeof item === 'string' && item.trim() !== ''
        ? item.trim()
        : this.refuseItem(key, index, 'a text that is not empty') ?? [],
    );
    return texts.length === value.length ? texts : undefined;
  }

  /** A list of words, in lower case. */
  words(key: string): readonly string[] | undefined {
    return this.texts(key)?.map(word => word.toLowerCase());
  }
}
