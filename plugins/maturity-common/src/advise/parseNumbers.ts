import { childPath, type ProblemList } from '../checks/config/ProblemList';
import { isRecord } from '../entity/fields';

/**
 * What a number may be: a whole number from 0, any number from 0, a share from 0 to 1, a level from 1, or a level
 * that was reached, 0 for none.
 */
export type NumberForm = 'count' | 'number' | 'share' | 'level' | 'reached';

const EXPECTED: Readonly<Record<NumberForm, string>> = {
  count: 'a whole number from 0',
  number: 'a number from 0',
  share: 'a number from 0 to 1',
  level: 'a whole number from 1 to 4',
  reached: 'a whole number from 0 to 4',
};

export interface ParseNumbersOptions<K extends string> {
  /** Where the object stands, e.g. `maturity.advisor`. */
  path: string;
  forms: Readonly<Record<K, NumberForm>>;
  problems: ProblemList;
  /** Further keys that the object may have. */
  otherKeys?: readonly string[];
}

/** Reads the known numeric keys of an object. Wrong values and unknown keys are reported and left out. */
export function parseNumbers<K extends string>(
  value: unknown,
  { path, forms, problems, otherKeys = [] }: ParseNumbersOptions<K>,
): Partial<Record<K, number>> {
  const found: Partial<Record<K, number>> = {};
  if (!isRecord(value)) {
    problems.add({ path, value, expected: 'an object' });
    return found;
  }
  for (const key of Object.keys(value)) {
    const given = value[key];
    if (isKeyOf(forms, key)) {
      const form = forms[key];
      if (typeof given === 'number' && hasForm(given, form)) {
        found[key] = given;
      } else {
        problems.add({
          path: childPath(path, key),
          value: given,
          expected: EXPECTED[form],
        });
      }
    } else if (!otherKeys.includes(key)) {
      const allowed = [...Object.keys(forms), ...otherKeys].join(', ');
      problems.add({
        path: childPath(path, key),
        value: given,
        expected: `one of the keys ${allowed}`,
      });
    }
  }
  return found;
}

function isKeyOf<K extends string>(
  forms: Readonly<Record<K, NumberForm>>,
  key: string,
): key is K {
  return Object.hasOwn(forms, key);
}

function hasForm(value: number, form: NumberForm): boolean {
  switch (form) {
    case 'count':
      return Number.isSafeInteger(value) && value >= 0;
    case 'number':
      return Number.isFinite(value) && value >= 0;
    case 'share':
      return value >= 0 && value <= 1;
    case 'level':
      return Number.isInteger(value) && value >= 1 && value <= 4;
    case 'reached':
      return Number.isInteger(value) && value >= 0 && value <= 4;
    default:
      return form satisfies never;
  }
}
