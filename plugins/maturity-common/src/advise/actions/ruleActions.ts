import type { RuleId } from '../rules';
import type { AdviceTrack, NextAction, SignalSources } from '../types';
import {
  action,
  type ActionContext,
  isFoundAlone,
  openFilter,
  openRefs,
  workAction,
} from './context';

/** Rules of each track in the order in which they claim the first action, strongest first. */
export const STRONGEST_FIRST: Readonly<
  Record<AdviceTrack, readonly ActingRule[]>
> = {
  devops: ['D1', 'D3', 'D4', 'D2'],
  sre: ['S4', 'S2', 'S1', 'S3'],
  platform: ['P2', 'P1', 'P3', 'P4'],
};

/** Rules that lead to an action of their own. */
export type ActingRule = Extract<
  RuleId,
  | 'D1'
  | 'D2'
  | 'D3'
  | 'D4'
  | 'S1'
  | 'S2'
  | 'S3'
  | 'S4'
  | 'P1'
  | 'P2'
  | 'P3'
  | 'P4'
>;

/** The action that a rule of the primary model asks for. */
export function ruleAction(id: ActingRule, context: ActionContext): NextAction {
  const { sources } = context;
  switch (id) {
    case 'D1':
      return heaviestDelivery(context);
    case 'D2':
      return action({
        id,
        check: 'ci-pipeline',
        refs: sources?.minorityCi ?? [],
        // No query tells one provider from another.
        filter: '',
        text: 'Agree on one reusable pipeline for all stacks, and move the services that are built elsewhere onto it.',
      });
    case 'D3':
      return onCheck({
        id,
        check: 'audit-trail',
        sources,
        text: 'Give every regulated service an audit trail: changes in version control, reviewed by a second person, with a link to the record.',
      });
    case 'D4':
      return onCheck({
        id,
        check: 'mlops-pipeline',
        sources,
        text: 'Train models in a pipeline and register every version, so that a model is delivered like any other change.',
      });
    case 'S1':
      return onCheck({
        id,
        check: 'golden-signals',
        sources,
        text: 'Watch latency, traffic, errors and saturation the same way on every stack: one dashboard per stack, then one service after the other.',
      });
    case 'S2':
      return sharedObjective(context);
    case 'S3':
      return onCheck({
        id,
        check: 'horizontal-scaling',
        sources,
        text: 'Let services scale by themselves, so that growth does not need a person per service.',
      });
    case 'S4':
      return criticalObjectives(context);
    case 'P1':
      return onCheck({
        id,
        check: 'golden-path-origin',
        sources,
        text: 'Move one willing team onto the golden path first, and let its experience shape the path for the others.',
      });
    case 'P2':
      return onCheck({
        id,
        check: 'golden-path-origin',
        sources,
        text: `Offer a golden path for ${
          sources?.commonestStack ?? 'the commonest stack'
        }, which most services use, and move them onto it.`,
      });
    case 'P3':
      return onCheck({
        id,
        check: 'self-service-resources',
        sources,
        text: `Make infrastructure self-service, starting with the commonest kind${
          sources?.commonestResourceType
            ? ` (${sources.commonestResourceType})`
            : ''
        }.`,
      });
    case 'P4':
      return onCheck({
        id,
        check: 'onboarding-guide',
        sources,
        text: 'Write an onboarding page for every service, so that a newcomer can start from the portal without asking around.',
      });
    default:
      return id satisfies never;
  }
}

/** With `fix-architecture-first`: the redesign of the single point that most depends on. */
export function redesign({ sources }: ActionContext): NextAction {
  const [first] = sources?.refs.legacyCriticalShare ?? [];
  const isFound = first && isFoundAlone(first, sources?.scored ?? []);
  return action({
    id: 'S5',
    check: 'redundancy-declared',
    refs: first === undefined ? [] : [first],
    // The check is asked of tier 1 only, but a tier 2 service can be the single point.
    filter: isFound ? new URLSearchParams({ q: first }).toString() : '',
    text: `Plan the redesign of ${
      first ?? 'the single point that most services depend on'
    }: as long as it can fail alone, other reliability practices help little.`,
  });
}

function heaviestDelivery({ sources, thresholds }: ActionContext): NextAction {
  const heaviest = sources?.work.find(
    ({ track, level, blocking }) =>
      track === 'devops' && blocking && level <= thresholds.attained,
  );
  return heaviest
    ? workAction('D1', heaviest, sources)
    : onCheck({
        id: 'D1',
        check: 'ci-pipeline',
        sources,
        text: 'Have every change built by a pipeline: source, build, tests and deployment come before everything else.',
      });
}

function criticalObjectives({ sources, signals }: ActionContext): NextAction {
  const critical = signals.tier1Services > 0;
  return onCheck({
    id: 'S4',
    // The second is asked of nothing but what is under an agreement.
    check: critical ? 'slo-defined' : 'sla-backed-by-slo',
    sources,
    ...(critical && {
      narrowed: { refs: sources?.refs.tier1Services ?? [], by: { tier: '1' } },
    }),
    text: critical
      ? 'Set a reliability target with a window for every tier 1 service, together with those who use it.'
      : 'Set a reliability target for every service under an agreement, stricter than what customers were promised.',
  });
}

function sharedObjective({ sources }: ActionContext): NextAction {
  const checks = ['slo-defined', 'tier-declared'];
  const [check, shared] = checks
    .flatMap(each => {
      const open = new Set(openRefs(sources, each));
      return (sources?.refs.maxFanInTeams ?? [])
        .filter(ref => open.has(ref))
        .map(ref => [each, ref] as const);
    })
    .at(0) ?? ['slo-defined', undefined];
  const isFound = shared && isFoundAlone(shared, openRefs(sources, check));
  return action({
    id: 'S2',
    check,
    refs: shared === undefined ? [] : [shared],
    filter: isFound ? openFilter(sources, check, { q: shared }) : '',
    text: `Declare the tier of ${
      shared ?? 'what most teams share'
    } and set a reliability target for it, as other teams build on it.`,
  });
}

/** An action on one check, over those for which it is open, or those of them that parameters of the list single out. */
function onCheck(parts: {
  id: string;
  check: string;
  sources: SignalSources | undefined;
  text: string;
  narrowed?: { refs: readonly string[]; by: Record<string, string> };
}): NextAction {
  const { id, check, sources, text, narrowed } = parts;
  const open = openRefs(sources, check);
  const wanted = narrowed && new Set(narrowed.refs);
  return action({
    id,
    check,
    refs: wanted ? open.filter(ref => wanted.has(ref)) : open,
    filter: openFilter(sources, check, narrowed?.by),
    text,
  });
}
