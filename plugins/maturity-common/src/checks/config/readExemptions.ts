import { parseIsoDate } from '../../entity';
import type { Exemption } from '../types';
import { didYouMean } from './closest';
import { childPath } from './ProblemList';
import { readReference } from './readReference';
import { Section } from './Section';

const KEYS = ['entity', 'check', 'reason', 'until', 'granted', 'approvedBy'];

/**
 * The longest time that a waiver may be granted for.
 *
 * @public
 */
export const MOST_EXEMPT_DAYS = 180;

function dayOf(text: string): number {
  return parseIsoDate(text)?.day ?? NaN;
}

/** The reference of a component: nothing else is scored. */
function readEntity(section: Section): string | undefined {
  const entity = section.text('entity');
  const ref = readReference(entity, {
    kind: 'component',
    namespace: 'default',
  });
  return entity === undefined || ref?.startsWith('component:')
    ? ref
    : section.refuse(
        'entity',
        'the reference of a component, e.g. component:default/checkout',
      );
}

/** Who approved it, as written. */
function readApprover(section: Section): string | undefined {
  const approvedBy = section.text('approvedBy');
  return approvedBy === undefined ||
    readReference(approvedBy, { kind: 'user', namespace: 'default' })
    ? approvedBy
    : section.refuse(
        'approvedBy',
        'the reference of a user or a group, e.g. user:default/ada',
      );
}

function readExemption(
  section: Section,
  checks: ReadonlySet<string>,
): Exemption | undefined {
  const { problems } = section.context;
  const before = problems.count;
  section.allowOnly(KEYS);
  section.require(['entity', 'check', 'reason', 'until']);
  const entityRef = readEntity(section);
  const check = section.text('check');
  if (check !== undefined && !checks.has(check)) {
    section.refuse('check', `the id of a check${didYouMean(check, checks)}`);
  }
  const reason = section.text('reason');
  const until = section.day('until');
  const granted = section.day('granted');
  const approvedBy = readApprover(section);
  // Without the day of the grant the length is unknown, and the clock is no part of a definition set.
  if (until !== undefined && granted !== undefined) {
    const days = dayOf(until) - dayOf(granted);
    if (days < 0 || days > MOST_EXEMPT_DAYS) {
      section.refuse(
        'until',
        `a day from ${granted} (granted) to at most ${MOST_EXEMPT_DAYS} days later`,
      );
    }
  }
  if (
    problems.count > before ||
    entityRef === undefined ||
    check === undefined ||
    reason === undefined ||
    until === undefined
  ) {
    return undefined;
  }
  return {
    entityRef,
    check,
    reason,
    until,
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
}

/** The exemptions of the configuration; a wrong one is left out and added to the problems. */
export function readExemptions(
  root: Section,
  checks: ReadonlySet<string>,
): readonly Exemption[] {
  const value = root.value('exemptions');
  const path = root.path('exemptions');
  if (value === undefined) {
    return [];
  }
  if (!Array.isArray(value)) {
    root.refuse('exemptions', 'a list of exemptions');
    return [];
  }
  return value
    .map((item: unknown, index) => {
      const section = Section.read(
        item,
        { ...root.context, path: childPath(path, index) },
        `an object with ${KEYS.join(', ')}`,
      );
      return section && readExemption(section, checks);
    })
    .filter(exemption => exemption !== undefined);
}
