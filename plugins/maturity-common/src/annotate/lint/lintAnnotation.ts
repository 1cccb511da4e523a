import { parseDatedLink, utcDay } from '../../entity';
import type { OwnKey } from '../../entity';
import { annotationProblem } from '../values/annotationProblem';
import { ownKeyOf } from '../values/ownKeyOf';
import type { LintFinding, LintOptions } from './types';

/** A finding that has no place yet, and how far into the trimmed value it stands. */
export interface Unplaced
  extends Pick<LintFinding, 'rule' | 'found' | 'expected' | 'repair'> {
  position: number;
  /** Whether the key is wrong and not the value. */
  onKey: boolean;
}

function unread(own: OwnKey, kind: string): Unplaced | undefined {
  return own.kinds.some(each => each.toLowerCase() === kind)
    ? undefined
    : {
        rule: 'unread-kind',
        position: 0,
        onKey: true,
        found: kind,
        expected: `one of the kinds ${own.kinds.join(', ')}`,
      };
}

function inFuture(
  own: OwnKey,
  text: string,
  now: number | undefined,
): Unplaced | undefined {
  const date = own.form.is === 'date' ? parseDatedLink(text)?.date : undefined;
  return date && now !== undefined && date.day > utcDay(now)
    ? {
        rule: 'future',
        position: 0,
        onKey: false,
        found: date.text,
        expected: 'a day that has come',
      }
    : undefined;
}

/** What is wrong with one annotation of ours on an entity of a kind (lower case); undefined when nothing is. */
export function lintAnnotation(
  key: string,
  raw: unknown,
  options: LintOptions & { kind: string },
): Unplaced | undefined {
  const match = ownKeyOf(key, options.checkIds);
  if (match.is === 'foreign') {
    return undefined;
  }
  const wrong = annotationProblem(key, raw, options.checkIds);
  if (wrong) {
    const { problem, repair, ...rest } = wrong;
    return {
      ...rest,
      rule: problem,
      onKey: problem === 'unknown-key',
      ...(repair !== undefined && {
        repair: { do: 'set-annotation', key, value: repair },
      }),
    };
  }
  if (match.is === 'unknown') {
    return undefined;
  }
  const text = typeof raw === 'string' ? raw.trim() : '';
  return (
    unread(match.own, options.kind) ?? inFuture(match.own, text, options.now)
  );
}
