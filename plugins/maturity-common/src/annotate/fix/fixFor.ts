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

/** What an entity depends on: what the result names, else what its own fields name. */
function dependenciesOf(
  view: EntityView,
  result: CheckResult,
  kinds: readonly string[],
): string[] {
  const named = result.details?.targets;
  const fromResult = Array.isArray(named) ? named.map(String) : [];
  const fromFields = list(field(view.entity, 'spec', 'dependsOn')).map(each =>
    parseReference(text(each), { namespace: view.namespace }),
  );
  const isOfKind = (ref: string | undefined): ref is string =>
    ref !== undefined &&
    REFERENCE.test(ref) &&
    kinds.includes(ref.slice(0, ref.indexOf(':')));
  const refs = fromResult.filter(isOfKind);
  return [...new Set(refs.length > 0 ? refs : fromFields.filter(isOfKind))];
}

function fieldsOf(
  plan: Plan,
  options: {
    view: EntityView;
    result: CheckResult;
    graph: CatalogGraph | undefined;
  },
): { fields: FixField[]; needs: Plan['needs'] } {
  const { view, result, graph } = options;
  const self: Holder = { ref: view.ref, view, prefix: '' };
  const wanted = plan.byReason?.get(result.reason) ?? plan.wanted;
  const ask = (of: readonly Wanted[], holder: Holder) =>
    of.map(each => fixField(each, holder));
  const { onDependencies, needs } = plan;
  if (!onDependencies) {
    return { fields: ask(wanted, self), needs };
  }
  const refs = dependenciesOf(view, result, onDependencies.kinds);
  if (refs.length === 0) {
    return { fields: ask(onDependencies.otherwise, self), needs: 'one' };
  }
  const fields = refs
    .slice(0, MOST_HOLDERS)
    .flatMap(ref =>
      ask(wanted, { ref, view: graph?.get(ref), prefix: `${ref} ` }),
    );
  return { fields, needs };
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
