import { isNegative, placeholderKind, readAnnotationValue } from '../../entity';
import { formProblem } from './formProblem';
import { linkedProblem } from './linkedProblem';
import { ownKeyOf } from './ownKeyOf';
import { repaired } from './repaired';

/**
 * What is wrong with one annotation.
 *
 * @public
 */
export interface AnnotationProblem {
  problem: /** It begins like a key of ours and is none. */
  | 'unknown-key'
    | 'not-text'
    | 'empty'
    | 'placeholder'
    /** The checks cannot read it. */
    | 'malformed';
  /** Offset in the trimmed value at which it stops being right. */
  position: number;
  found: string;
  expected: string;
  /** A value that means the same and can be read, where there is no doubt about it. */
  repair?: string;
}

/** Keys that are no practice, so that a word such as `none` says nothing there. */
export const NO_PRACTICE: ReadonlySet<string> = new Set([
  'maturity/tier',
  'maturity/slo-service',
  'maturity/template-version',
]);

function unknownKey(key: string, near: readonly string[]): AnnotationProblem {
  const hint = near.map(each => `"${each}"`).join(' or ');
  return {
    problem: 'unknown-key',
    position: 0,
    found: key,
    expected:
      hint === ''
        ? 'an annotation key of the reference page'
        : `an annotation key such as ${hint}`,
  };
}

/** `text` is how a number, a truth value or a day without quotes would read with quotes. */
function notText(key: string, raw: unknown): AnnotationProblem {
  const isScalar = typeof raw === 'number' || typeof raw === 'boolean';
  const text = String(raw);
  const isFine = isScalar && !annotationProblem(key, text);
  return {
    problem: 'not-text',
    position: 0,
    found: isScalar ? text : 'a list or a map',
    expected: 'text in quotes',
    ...(isFine && { repair: text }),
  };
}

/**
 * What is wrong with an annotation, by the parsers that the checks use; undefined when nothing is. A
 * key of another project is judged only where a built-in check reads it. `checkIds` are the checks that
 * an exemption may name.
 *
 * @public
 */
export function annotationProblem(
  key: string,
  raw: unknown,
  checkIds?: ReadonlySet<string>,
): AnnotationProblem | undefined {
  const match = ownKeyOf(key, checkIds);
  if (match.is === 'unknown') {
    return unknownKey(key, match.near);
  }
  if (raw !== null && raw !== undefined && typeof raw !== 'string') {
    return notText(key, raw);
  }
  const text = typeof raw === 'string' ? raw.trim() : '';
  if (readAnnotationValue(key, raw).state === 'absent') {
    return {
      problem: 'empty',
      position: 0,
      found: '',
      expected: 'a value, or no such annotation',
    };
  }
  if (placeholderKind(text)) {
    return {
      problem: 'placeholder',
      position: 0,
      found: text,
      expected: 'a real value in place of the placeholder',
    };
  }
  if (match.is === 'own') {
    if (isNegative(text) && !NO_PRACTICE.has(key)) {
      return undefined;
    }
    const problem = formProblem(match.own.form, text);
    const repair = problem && repaired(match.own.form, text);
    return (
      problem && {
        problem: 'malformed',
        ...problem,
        ...(repair !== undefined && { repair }),
      }
    );
  }
  const problem = linkedProblem(key, text);
  return problem && { problem: 'malformed', ...problem };
}
