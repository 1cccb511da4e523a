import type { ApplicabilityCode } from '../applicability';
import { applicability } from '../applicability';
import type { Check, CheckDefinition, Decision } from '../types';
import { decide } from './decide';
import type { PreparedCheck } from './decide';
import { RememberedVerdicts } from './RememberedVerdicts';
import { anyValue } from './rules';
import { SharedDecision } from './SharedDecision';
import type { KeyTrait, Traits } from './traits';

/** A built-in definition: its applicability is one of the codes. */
export interface BuiltInDefinition extends Omit<CheckDefinition, 'builtIn'> {
  applies: ApplicabilityCode;
}

/**
 * A check that the engine decides from its traits.
 *
 * @public
 */
export interface BuiltInCheck extends Check {
  readonly traits: Traits;
  readonly code: ApplicabilityCode;
}

function extraKey(key: string): KeyTrait {
  return { key, strength: 'linked', rule: anyValue };
}

function absence(
  status: 'fail' | 'unknown',
  sources: readonly string[],
): Decision {
  return new SharedDecision({
    status,
    reason: status === 'fail' ? 'missing' : 'no-evidence',
    details: Object.freeze({ sources }),
    evidence: Object.freeze([]),
  });
}

function prepare(definition: CheckDefinition, traits: Traits): PreparedCheck {
  const keys = [
    ...(traits.keys ?? []),
    ...(definition.extraKeys ?? []).map(extraKey),
  ];
  const linkTypes = traits.linkTypes ?? [];
  const sources = [
    ...(traits.looksAt ?? []),
    ...keys.map(({ key }) => key),
    ...linkTypes.map(type => `metadata.links[type=${type}]`),
  ];
  return {
    definition,
    traits,
    keys,
    linkTypes,
    missing: absence('fail', sources),
    noEvidence: absence('unknown', sources),
    remembered: new RememberedVerdicts(keys, linkTypes),
  };
}

function build(options: {
  definition: CheckDefinition;
  traits: Traits;
  code: ApplicabilityCode;
}): BuiltInCheck {
  const { definition, traits, code } = options;
  const prepared = prepare(definition, traits);
  return {
    definition,
    traits,
    code,
    notApplicable: applicability({ code, definition }),
    decide: (view, context) => decide(prepared, view, context),
  };
}

/** Makes a built-in check of its definition and traits. */
export function builtIn(
  definition: BuiltInDefinition,
  traits: Traits,
): BuiltInCheck {
  return build({
    definition: { ...definition, builtIn: true },
    traits,
    code: definition.applies,
  });
}

function isBuiltInCheck(check: Check): check is BuiltInCheck {
  return 'traits' in check && 'code' in check;
}

/**
 * The check with a changed definition, such as another weight, more keys or a first day. The id stays,
 * and so does where a built-in check applies.
 *
 * @public
 */
export function adjustCheck(
  check: Check,
  changes: Partial<Omit<CheckDefinition, 'id' | 'applies' | 'builtIn'>>,
): Check {
  const definition = { ...check.definition, ...changes };
  return isBuiltInCheck(check)
    ? build({ definition, traits: check.traits, code: check.code })
    : { ...check, definition };
}
