import type { AdviceTrack, NextAction, OpenWork } from '../types';
import { ADVICE_TRACKS } from '../verdicts';
import { type ActionContext, workAction } from './context';
import { fixedActions, usualActions } from './plainActions';
import { redesign, ruleAction, STRONGEST_FIRST } from './ruleActions';

const ACTIONS = 3;

/**
 * Three next actions, always: the first belongs to the strongest trigger of the primary model, the
 * others to the top of the leverage list of its track. A check is used once.
 */
export function chooseActions(context: ActionContext): NextAction[] {
  const chosen: NextAction[] = [];
  for (const candidate of candidates(context)) {
    const used = chosen.some(
      ({ id, check }) =>
        id === candidate.id || (check !== null && check === candidate.check),
    );
    if (!used) {
      chosen.push(candidate);
    }
    if (chosen.length === ACTIONS) {
      break;
    }
  }
  return chosen;
}

/** Candidates, best first; the last ones make sense whatever the catalog holds. */
function* candidates(context: ActionContext): Generator<NextAction> {
  const { outcome, sources } = context;
  const { primary } = outcome;
  switch (primary) {
    case 'devops':
    case 'sre':
    case 'platform':
      yield outcome.caveats.includes('fix-architecture-first')
        ? redesign(context)
        : strongest(primary, context);
      yield* leverage(primary, context);
      // Little is left to do on the track: what is queued behind it may begin.
      for (const track of waiting(context)) {
        yield* leverage(track, context);
      }
      yield* usualActions(primary, context);
      break;
    case 'devops-light':
      yield* leverage('devops', context);
      yield* usualActions('devops', context);
      break;
    case 'sustain':
      yield* nextOfWeakest(context);
      yield* fixedActions(primary, context);
      break;
    case 'insufficient-data':
    case 'keep-exploring':
      yield* fixedActions(primary, context);
      break;
    default:
      yield primary satisfies never;
  }
  yield* (sources?.work ?? []).map(work =>
    workAction('leverage', work, sources),
  );
}

/** The action of the strongest trigger; one that has nothing left to do gives way to the next. */
function strongest(track: AdviceTrack, context: ActionContext): NextAction {
  const triggers: readonly string[] = context.outcome.triggers[track];
  const actions = STRONGEST_FIRST[track]
    .filter(id => triggers.includes(id))
    .map(id => ruleAction(id, context));
  const [first = usualActions(track, context)[0]] = context.sources
    ? actions.filter(({ count }) => count > 0)
    : actions;
  return first;
}

function leverage(track: AdviceTrack, context: ActionContext): NextAction[] {
  return blockingWork(track, context).map(work =>
    workAction(`leverage-${work.check}`, work, context.sources),
  );
}

function blockingWork(
  track: AdviceTrack,
  { sources }: ActionContext,
): OpenWork[] {
  return (sources?.work ?? []).filter(
    work => work.track === track && work.blocking,
  );
}

function waiting({ outcome }: ActionContext): AdviceTrack[] {
  return ADVICE_TRACKS.filter(
    track =>
      track !== outcome.primary &&
      ['now', 'next', 'later'].includes(outcome.verdicts[track]),
  );
}

/** The next unfinished level of the weakest track among those that are attained. */
function nextOfWeakest(context: ActionContext): NextAction[] {
  const { outcome, signals } = context;
  const [weakest] = ADVICE_TRACKS.filter(
    track => outcome.verdicts[track] === 'attained',
  ).sort((a, b) => signals.levels[a] - signals.levels[b]);
  if (weakest === undefined) {
    return [];
  }
  const [work] = blockingWork(weakest, context);
  return work
    ? [workAction('sustain-level', work, context.sources)]
    : usualActions(weakest, context).slice(0, context.sources ? 0 : 1);
}
