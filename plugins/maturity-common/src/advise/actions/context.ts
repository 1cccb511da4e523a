import type {
  NextAction,
  OpenWork,
  SignalSources,
  Signals,
  Thresholds,
} from '../types';
import type { Outcome } from '../verdicts';

const LISTED_ENTITIES = 10;

/** What the choice of actions rests on. */
export interface ActionContext {
  outcome: Outcome;
  signals: Signals;
  thresholds: Thresholds;
  /** Absent when only signals were given. */
  sources: SignalSources | undefined;
}

/** Query of the list of what `openRefs` gives, narrowed down by more parameters. */
export function openFilter(
  sources: SignalSources | undefined,
  check: string,
  more?: Record<string, string>,
): string {
  return new URLSearchParams([
    ['check', check],
    ['status', 'fail'],
    ['status', 'unknown'],
    ...(sources ? [['lifecycle', sources.workLifecycle]] : []),
    ...Object.entries(more ?? {}),
  ]).toString();
}

/** Whether a search for a reference finds no other one: it looks for parts, and one can be a part of another. */
export function isFoundAlone(ref: string, among: readonly string[]): boolean {
  return among.every(each => each === ref || !each.includes(ref));
}

/** An action over entities. */
export function action(parts: {
  id: string;
  check: string | null;
  refs: readonly string[];
  filter: string;
  text: string;
}): NextAction {
  const { id, check, refs, filter, text } = parts;
  return {
    id,
    check,
    count: refs.length,
    entityRefs: refs.slice(0, LISTED_ENTITIES),
    filter,
    text,
  };
}

/** Entities for which a check is open, of those that are worth working on. */
export function openRefs(
  sources: SignalSources | undefined,
  check: string,
): readonly string[] {
  return sources?.work.find(work => work.check === check)?.entityRefs ?? [];
}

/** The action of getting one open check to pass. */
export function workAction(
  id: string,
  work: OpenWork,
  sources: SignalSources | undefined,
): NextAction {
  const { check, title, remedy, entityRefs } = work;
  const whom =
    entityRefs.length === 1
      ? '1 component does'
      : `${entityRefs.length} components do`;
  return action({
    id,
    check,
    refs: entityRefs,
    filter: openFilter(sources, check),
    text: `${whom} not show “${title}” yet. ${remedy}`,
  });
}
