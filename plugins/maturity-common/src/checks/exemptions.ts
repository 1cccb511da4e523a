import { parseIsoDate } from '../entity';
import type { EntityView } from '../entity';
import type { Clock } from './Clock';
import type { Exemption, Settings } from './types';

/** Prefix of the annotations by which an entity exempts itself, where that is allowed. */
export const EXEMPT_PREFIX = 'maturity/exempt.';

type ByEntity = ReadonlyMap<string, readonly Exemption[]>;

/** Settings hold for a whole sweep, so the list is indexed once. */
const indexed = new WeakMap<readonly Exemption[], ByEntity>();

function index(exemptions: readonly Exemption[]): ByEntity {
  const known = indexed.get(exemptions);
  if (known) {
    return known;
  }
  const made = new Map<string, Exemption[]>();
  for (const exemption of exemptions) {
    const ref = exemption.entityRef.toLowerCase();
    const others = made.get(ref);
    if (others) {
      others.push(exemption);
    } else {
      made.set(ref, [exemption]);
    }
  }
  indexed.set(exemptions, made);
  return made;
}

function inForce(until: string, clock: Clock): boolean {
  const last = parseIsoDate(until);
  return last !== undefined && !clock.reached(last.day + 1);
}

function annotated(view: EntityView, check: string): Exemption | undefined {
  const read = view.read(`${EXEMPT_PREFIX}${check}`);
  const match =
    read.state === 'value' ? /^(\S+)\s+(\S.*)$/s.exec(read.value) : null;
  return match
    ? { entityRef: view.ref, check, until: match[1], reason: match[2] }
    : undefined;
}

/**
 * Gives the waiver in force for a check of an entity, or undefined. The last day counts as a whole, in
 * UTC; a waiver without a readable last day never holds. Of several, the first listed wins.
 */
export function exemptionsOf(
  view: EntityView,
  settings: Settings,
  clock: Clock,
): ((check: string) => Exemption | undefined) | undefined {
  const listed = index(settings.exemptions).get(view.ref);
  if (!listed && !settings.exemptAnnotations) {
    return undefined;
  }
  return check => {
    const found = listed?.find(
      each => each.check === check && inForce(each.until, clock),
    );
    if (found || !settings.exemptAnnotations) {
      return found;
    }
    const own = annotated(view, check);
    return own && inForce(own.until, clock) ? own : undefined;
  };
}
