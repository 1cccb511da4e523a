import { STRENGTHS } from '../types';
import type {
  Decision,
  Evidence,
  NotApplicable,
  ReasonDetails,
  Strength,
} from '../types';
import { shown } from './evidence';

// What the code of other plugins returns is stored, sent and shown, so nothing of it is believed.

const REASON = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;
const LONGEST_QUOTE = 60;
const MOST_PIECES = 100;
const MOST_DETAILS = 50;

function refuse(what: string, value: unknown, expected: string): never {
  const text =
    typeof value === 'string'
      ? `"${shown(value.slice(0, LONGEST_QUOTE))}"`
      : typeof value;
  throw new Error(
    `The check returned ${text} as ${what}; expected ${expected}.`,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStatus(value: unknown): value is Decision['status'] {
  return value === 'pass' || value === 'fail' || value === 'unknown';
}

function isStrength(value: unknown): value is Strength {
  return STRENGTHS.some(strength => strength === value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function parseReason(value: unknown): string {
  return isText(value) && REASON.test(value)
    ? value
    : refuse('its reason', value, 'up to 64 letters, digits, dots and dashes');
}

function parseDetail(value: unknown): ReasonDetails[string] {
  if (typeof value === 'boolean') return value;
  // JSON has no word for the numbers that are none.
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (isText(value)) return value;
  if (Array.isArray(value) && value.every(isText)) return [...value];
  return refuse(
    'a detail of its reason',
    value,
    'a text, a finite number, a boolean or a list of texts',
  );
}

function parseDetails(value: unknown): ReasonDetails | undefined {
  if (value === undefined) return undefined;
  if (!isRecord(value)) {
    return refuse('the details of its reason', value, 'an object');
  }
  const entries = Object.entries(value);
  if (entries.length > MOST_DETAILS) {
    throw new Error(
      `The check returned ${entries.length} details of its reason; expected at most ${MOST_DETAILS}.`,
    );
  }
  return Object.fromEntries(
    entries
      .filter(([, detail]) => detail !== undefined)
      .map(([key, detail]) => [shown(key), parseDetail(detail)]),
  );
}

function parsePiece(value: unknown): Evidence {
  if (!isRecord(value))
    return refuse('a piece of evidence', value, 'an object');
  const { strength, source, value: found, from, supporting } = value;
  if (!isStrength(strength)) {
    return refuse('the strength of evidence', strength, STRENGTHS.join(', '));
  }
  if (!isText(source))
    return refuse('the source of evidence', source, 'a text');
  if (!isText(found)) return refuse('the value of evidence', found, 'a text');
  return {
    strength,
    source: shown(source),
    value: shown(found),
    from: isText(from) ? shown(from) : null,
    ...(supporting === true ? { supporting: true } : {}),
  };
}

function parseEvidence(value: unknown): readonly Evidence[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return refuse('its evidence', value, 'a list');
  return value.slice(0, MOST_PIECES).map(parsePiece);
}

/**
 * What a check of another plugin decided, copied, so that the check cannot change it later.
 *
 * @throws Error when it is no decision
 */
export function parseDecision(value: unknown): Decision {
  if (!isRecord(value) || !isStatus(value.status)) {
    // A promise that nobody waits for would end the process when it rejects.
    if (value instanceof Promise) value.catch(() => {});
    throw new Error(
      'The check did not return a decision with a status of pass, fail or unknown and a reason.',
    );
  }
  const reason = parseReason(value.reason);
  const details = parseDetails(value.details);
  const evidence = parseEvidence(value.evidence);
  return {
    status: value.status,
    reason,
    ...(details && { details }),
    ...(evidence && { evidence }),
  };
}

/**
 * Why a check of another plugin says that it does not apply; undefined when it does.
 *
 * @throws Error when it is no reason
 */
export function parseNotApplicable(value: unknown): NotApplicable | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) {
    if (value instanceof Promise) value.catch(() => {});
    return refuse('why it does not apply', value, 'an object with a reason');
  }
  const reason = parseReason(value.reason);
  const details = parseDetails(value.details);
  return { reason, ...(details && { details }) };
}
