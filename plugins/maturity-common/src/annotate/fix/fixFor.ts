import type { CheckResult } from '../../checks';
import { parseReference } from '../../entity';
import type { EntityView } from '../../entity';
import { field, list, text } from '../../entity/fields';
import type { CatalogGraph } from '../../graph';
import { exactFix } from './exact';
import { fixField } from './fields';
import type { Holder } from './fields';
import { PLANS } from './plans';
import type { Plan, Wanted } from './plans';
import type { Fix, FixField } from './types';

const REFERENCE = /^[a-z]+:[^/\s]+\/[^/\s]+$/;
/** Enough for one form. */
const MOST_HOLDERS = 20;

interface Question {
  view: EntityView;
  result: CheckResult;
  graph: CatalogGraph | undefined;
}

/** Entities that the result names, such as dependencies with their tiers, or where a value was read. */
function namedIn({ details = {} }: CheckResult): string[] {
  const { targets, from, template } = details;
  return [...(Array.isArray(targets) ? targets : []), from, template]
    .map(each => String(each ?? '').split(' ', 1)[0])
    .filter(ref => REFERENCE.test(ref));
}

/** The entities that hold the values of a plan; undefined when that is the entity itself. */
function holdersOf(plan: Plan, question: Question): string[] | undefined {
  const { view, result, graph } = question;
  const { elsewhere } = plan;
  if (!elsewhere || elsewhere.reasons?.includes(result.reason) === false) {
    return undefined;
  }
  const isOfKind = (ref: string) =>
    elsewhere.kinds.includes(ref.slice(0, ref.indexOf(':')));
  const named = namedIn(result);
  const depended = list(field(view.entity, 'spec', 'dependsOn')).flatMap(
    each => parseReference(text(each), { namespace: view.namespace }) ?? [],
  );
  if (elsewhere.namedOnly && !named.some(isOfKind)) {
    return undefined;
  }
  const refs = named.length > 0 ? named : depended;
  return [...new Set(refs)]
    .filter(isOfKind)
    .filter(ref => !graph || graph.get(ref) !== undefined);
}

function fieldsOf(
  plan: Plan,
  question: Question,
): { fields: FixField[]; needs: Plan['needs'] } {
  const { view, result, graph } = question;
  const wanted = plan.byReason?.get(result.reason) ?? plan.wanted;
  const ask = (of: readonly Wanted[], holder: Holder) =>
    of
      .filter(
        ({ unless }) =>
          unless === undefined || holder.view?.read(unless).state !== 'value',
      )
      .map(each => fixField(each, holder));
  const self: Holder = { ref: view.ref, view, prefix: '' };
  const holders = holdersOf(plan, question);
  if (!plan.elsewhere || !holders) {
    return { fields: ask(wanted, self), needs: plan.needs };
  }
  if (holders.length === 0) {
    return { fields: ask(plan.elsewhere.otherwise, self), needs: 'one' };
  }
  const fields = holders
    .slice(0, MOST_HOLDERS)
    .flatMap(ref =>
      ask(wanted, { ref, view: graph?.get(ref), prefix: `${ref} ` }),
    );
  return { fields, needs: plan.needs };
}

/** The owner of its system, where a form asks for an owner that is not there. */
function withSuggestion(
  each: FixField,
  view: EntityView,
  graph: CatalogGraph | undefined,
): FixField {
  if (each.current !== '' || each.entity !== view.ref) {
    return each;
  }
  if (each.id === 'backstage.io/techdocs-ref') {
    return { ...each, suggested: 'dir:.' };
  }
  if (each.id !== 'spec.owner') {
    return each;
  }
  const [system] = graph?.places(view.ref, 'system') ?? [];
  const [owner] = system ? graph?.owners(system.ref) ?? [] : [];
  return owner?.view?.kind === 'group'
    ? { ...each, suggested: owner.ref }
    : each;
}

/**
 * How a check that fails or is unknown is put right; undefined for any other result. Every built-in
 * check has exact changes or a form, unless files have to change; of a check of somebody else only the remedy is known. With a
 * graph, values of other entities are known and references can be mended.
 *
 * @public
 */
export function fixFor(
  view: EntityView,
  result: CheckResult,
  graph?: CatalogGraph,
): Fix | undefined {
  const { check, status, remedy } = result;
  if (status !== 'fail' && status !== 'unknown') {
    return undefined;
  }
  const shared = { check, entity: view.ref };
  const plan = PLANS.get(check);
  if (!plan) {
    return { ...shared, kind: 'advice', remedy };
  }
  const { fields, needs } = fieldsOf(plan, { view, result, graph });
  if (fields.length === 0) {
    return { ...shared, kind: 'advice', remedy };
  }
  const exact = exactFix({ view, result, fields, graph });
  return exact
    ? { ...shared, kind: 'changes', ...exact }
    : {
        ...shared,
        kind: 'form',
        needs,
        fields: fields.map(each => withSuggestion(each, view, graph)),
      };
}
