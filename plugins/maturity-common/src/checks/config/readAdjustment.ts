import { adjustCheck } from '../engine/builtIn';
import type { Check, Track } from '../types';
import { ABSENCE, WEIGHTS } from './bounds';
import type { JsonRecord } from './json';
import type { Section } from './Section';

const KEYS = ['enabled', 'weight', 'level', 'from', 'absence', 'extraKeys'];

/** Keys that only a new check may have. */
const OWN_ONLY = [
  'track',
  'title',
  'applies',
  'pass',
  'fail',
  'unknown',
  'remedy',
];

const ANNOTATION_KEY = /^[^\s/]+(?:\/[^\s/]+)?$/;

/** What the configuration makes of a given check. */
export interface Adjustment {
  /** Undefined when it is switched off, or disabled because its configuration is wrong. */
  check: Check | undefined;
  absence?: 'fail' | 'unknown';
  extraKeys?: readonly string[];
}

/** Whether a configuration tries to say what a check asks. */
export function defines(record: JsonRecord): boolean {
  return OWN_ONLY.some(key => Object.hasOwn(record, key));
}

function readExtraKeys(section: Section): readonly string[] | undefined {
  const keys = section.texts('extraKeys');
  return keys?.filter(
    (key, index) =>
      ANNOTATION_KEY.test(key) ||
      section.refuseItem(
        'extraKeys',
        index,
        'the key of an annotation, e.g. acme.com/pager',
      ),
  );
}

/** Reads the adjustment of a check that is already defined. */
export function readAdjustment(
  check: Check,
  section: Section,
  tracks: readonly Track[],
): Adjustment {
  const { definition } = check;
  const { problems, path } = section.context;
  const before = problems.count;
  if (defines(section.record)) {
    const named = OWN_ONLY.filter(key => Object.hasOwn(section.record, key));
    problems.add({
      ...section.context,
      path,
      value: section.record,
      expected: `only ${KEYS.join(
        ', ',
      )}, because the check is built in: give a check with its own ${named.join(
        ', ',
      )} another id`,
    });
  } else {
    section.allowOnly(KEYS);
  }
  const levels =
    tracks.find(track => track.id === definition.track)?.levels.length ?? 1;
  const enabled = section.flag('enabled') ?? true;
  const weight = section.integer('weight', WEIGHTS);
  const level = section.integer('level', { minimum: 1, maximum: levels });
  const from = section.day('from');
  const absence = section.oneOf('absence', ABSENCE);
  const extraKeys = readExtraKeys(section);
  if (problems.count > before || !enabled) {
    return { check: undefined, absence, extraKeys };
  }
  return {
    check: adjustCheck(check, {
      weight: weight ?? definition.weight,
      level: level ?? definition.level,
      absent: absence ?? definition.absent,
      ...(from === undefined ? {} : { from }),
      ...(extraKeys === undefined ? {} : { extraKeys }),
    }),
    absence,
    extraKeys,
  };
}
