import { field, isRecord } from '../../entity/fields';
import { shown } from '../specObjective';
import type { Path, Problems } from './Problems';

/** One value of an SLO file that knows where it stands and says what is wrong with it. */
export class Field {
  constructor(
    private readonly problems: Problems,
    readonly value: unknown,
    private readonly path: Path = [],
  ) {}

  get isThere(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  at(...keys: readonly string[]): Field {
    return new Field(this.problems, field(this.value, ...keys), [
      ...this.path,
      ...keys,
    ]);
  }

  /** Adds a problem with this value; gives undefined, so that a reader can end with it. */
  refuse(expected: string): undefined {
    this.problems.add(this.path, { found: shown(this.value), expected });
    return undefined;
  }

  /** Refuses every key that is not named: a misspelt key would be left out without a word. */
  allow(...keys: readonly string[]): void {
    for (const key of isRecord(this.value) ? Object.keys(this.value) : []) {
      if (!keys.includes(key)) {
        this.problems.add([...this.path, key], {
          found: `the key ${shown(key)}`,
          expected: `one of ${keys.join(', ')}`,
        });
      }
    }
  }

  /** A mapping, which may be left out. */
  isMapping(): boolean {
    if (this.isThere && !isRecord(this.value)) {
      this.refuse('a mapping');
      return false;
    }
    return true;
  }

  /** The items of a list; a list that is missing or empty is refused. */
  items(expected: string): Field[] {
    if (!Array.isArray(this.value) || this.value.length === 0) {
      this.refuse(expected);
      return [];
    }
    return this.value.map(
      (item, index) => new Field(this.problems, item, [...this.path, index]),
    );
  }

  entries(): [string, Field][] {
    return isRecord(this.value)
      ? Object.keys(this.value).map(key => [key, this.at(key)])
      : [];
  }

  /** A text as it stands. */
  text(expected: string): string | undefined {
    return typeof this.value === 'string' && this.value.trim() !== ''
      ? this.value.trim()
      : this.refuse(expected);
  }

  /** A text that may be missing, which an empty one means too. */
  optionalText(expected: string): string | undefined {
    return this.isThere && this.value !== '' ? this.text(expected) : '';
  }

  /** A text, or the digits of a number and the word of a boolean as they are written. */
  scalar(): string | undefined {
    switch (typeof this.value) {
      case 'string':
        return this.value;
      case 'number':
      case 'boolean':
        return this.problems.sourceOf(this.path) ?? String(this.value);
      default:
        return undefined;
    }
  }
}
