import type { Check, Track } from '../types';
import { didYouMean } from './closest';
import { declareCheck } from './declareCheck';
import { ID_FORM, isIdentifier } from './identifiers';
import { childPath } from './ProblemList';
import type { ProblemList } from './ProblemList';
import { defines, readAdjustment } from './readAdjustment';
import type { Adjustment } from './readAdjustment';
import { Section } from './Section';

/** The checks in force and what was said about their absence. */
export interface ChecksInForce {
  /** Built-in checks first, then own ones, each in the order of definition. */
  checks: readonly Check[];
  /** The configuration of the own checks in force, by id. */
  own: ReadonlyMap<string, unknown>;
  /** Every id that is known, those of disabled and broken checks included. */
  ids: ReadonlySet<string>;
  absence: ReadonlyMap<string, 'fail' | 'unknown'>;
  /** Keys that the configuration adds to a check, in force or not, by its id. */
  extraKeys: ReadonlyMap<string, readonly string[]>;
}

interface Gathered {
  adjusted: Map<string, Adjustment>;
  own: Map<string, { check: Check; source: unknown }>;
  ids: Set<string>;
}

function readOne(
  id: string,
  section: Section,
  options: {
    given: ReadonlyMap<string, Check>;
    tracks: readonly Track[];
    gathered: Gathered;
  },
): void {
  const { given, tracks, gathered } = options;
  const { path, problems, check } = section.context;
  const builtIn = given.get(id);
  if (builtIn) {
    gathered.adjusted.set(id, readAdjustment(builtIn, section, tracks));
    return;
  }
  if (!section.has('pass') && !defines(section.record)) {
    problems.add({
      path,
      value: section.record,
      expected: `the id of a built-in check, or the key pass that makes it a new one${didYouMean(
        id,
        given.keys(),
      )}`,
      check,
    });
    return;
  }
  if (!isIdentifier(id)) {
    problems.add({ path, value: id, expected: ID_FORM, check });
    return;
  }
  gathered.ids.add(id);
  const declared = declareCheck(id, section, tracks);
  if (declared) {
    gathered.own.set(id, { check: declared, source: section.record });
  }
}

/** Reads `maturity.checks`: adjustments of the given checks, and new ones. A wrong check is disabled and named in its problem. */
export function readChecks(
  value: unknown,
  options: {
    given: readonly Check[];
    tracks: readonly Track[];
    problems: ProblemList;
  },
): ChecksInForce {
  const { tracks, problems } = options;
  const path = 'maturity.checks';
  const given = new Map(
    options.given.map(check => [check.definition.id, check]),
  );
  const gathered: Gathered = {
    adjusted: new Map(),
    own: new Map(),
    ids: new Set(given.keys()),
  };
  const root =
    value === undefined
      ? undefined
      : Section.read(
          value,
          { path, problems },
          'an object whose keys are check ids',
        );
  for (const [id, item] of Object.entries(root?.record ?? {})) {
    const section = Section.read(
      item,
      { path: childPath(path, id), problems, check: id },
      'an object with the keys of the check',
    );
    if (section) {
      readOne(id, section, { given, tracks, gathered });
    } else if (given.has(id)) {
      gathered.adjusted.set(id, { check: undefined });
    }
  }
  const absence = new Map<string, 'fail' | 'unknown'>();
  const extraKeys = new Map<string, readonly string[]>();
  for (const [id, adjustment] of gathered.adjusted) {
    if (adjustment.absence) absence.set(id, adjustment.absence);
    if (adjustment.extraKeys) extraKeys.set(id, adjustment.extraKeys);
  }
  const checks = [...given].flatMap(([id, check]) => {
    const adjustment = gathered.adjusted.get(id);
    return (adjustment ? adjustment.check : check) ?? [];
  });
  return {
    checks: [
      ...checks,
      ...[...gathered.own.values()].map(({ check }) => check),
    ],
    own: new Map([...gathered.own].map(([id, { source }]) => [id, source])),
    ids: gathered.ids,
    absence,
    extraKeys,
  };
}
