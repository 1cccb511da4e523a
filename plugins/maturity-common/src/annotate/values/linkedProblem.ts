import {
  BUILT_IN_CHECKS,
  Clock,
  createContext,
  DEFAULT_SETTINGS,
} from '../../checks';
import type { BuiltInCheck, Rule } from '../../checks';
import { createEntityView, isNegative } from '../../entity';
import { createCatalogGraph } from '../../graph';
import type { FormProblem } from './formProblem';

/** Failures of a rule that concern how a value is written, and not what it says. */
const WRITTEN_WRONG: readonly string[] = ['malformed', 'unrecognised'];

function rulesOf({ traits }: BuiltInCheck): (readonly [string, Rule])[] {
  return (traits.keys ?? [])
    .filter(({ strength }) => strength === 'linked')
    .map(({ key, rule }) => [key, rule] as const);
}

const RULES: ReadonlyMap<string, Rule> = new Map(
  BUILT_IN_CHECKS.flatMap(rulesOf),
);

/** What rules may ask about an entity of which only this value is known. */
function subjectWith(key: string, value: string): Parameters<Rule>[1] {
  const view = createEntityView({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'any', annotations: { [key]: value } },
  });
  const context = createContext({
    view,
    graph: createCatalogGraph([], { partial: true }),
    settings: DEFAULT_SETTINGS,
    facts: {},
    now: 0,
    clock: new Clock(0),
  });
  return { view, context };
}

/** Why a built-in check cannot read a key that a known plugin consumes; undefined when it can, or reads no such key. */
export function linkedProblem(
  key: string,
  text: string,
): FormProblem | undefined {
  const rule = RULES.get(key);
  if (!rule || isNegative(text)) {
    return undefined;
  }
  const judged = rule(text, subjectWith(key, text));
  if (judged.verdict !== 'fail' || !WRITTEN_WRONG.includes(judged.reason)) {
    return undefined;
  }
  const expected = judged.details?.expected ?? 'another form';
  return { position: 0, found: text, expected: String(expected) };
}
