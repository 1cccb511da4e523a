import type { JsonObject } from '@backstage/types';

/** Most characters that the facts of one provider about one entity may have as JSON. */
export const LONGEST_FACTS = 16_384;

// Deeper than any predicate reaches, and far from what recursion can bear.
const DEEPEST = 20;

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As JSON keeps it, with keys in order; undefined for what JSON leaves out. */
function sorted(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) {
    throw new Error(
      `Its facts are nested deeper than ${DEEPEST} levels; expected flat values.`,
    );
  }
  if (Array.isArray(value)) return value.map(each => sorted(each, depth + 1));
  if (!isPlainObject(value)) {
    if (typeof value === 'bigint') {
      throw new Error(`Its facts hold the bigint ${value}; expected numbers.`);
    }
    return value;
  }
  if (typeof value.toJSON === 'function') return value;
  const copy = Object.create(null);
  for (const key of Object.keys(value).sort()) {
    copy[key] = sorted(value[key], depth + 1);
  }
  return copy;
}

/**
 * Facts as the text that is stored and compared: equal facts give equal texts whatever the order of
 * their keys. What JSON cannot hold is lost here and not later, so that a check sees the same before
 * and after a restart.
 *
 * @throws Error when they are no object, or too large
 */
export function encodeFacts(facts: unknown): string {
  if (!isPlainObject(facts)) {
    throw new Error(
      `Its facts about an entity are ${
        Array.isArray(facts) ? 'a list' : `"${String(facts).slice(0, 100)}"`
      }; expected an object.`,
    );
  }
  const text = JSON.stringify(sorted(facts, 0));
  if (text.length > LONGEST_FACTS) {
    throw new Error(
      `Its facts about an entity have ${text.length} characters as JSON; expected at most ${LONGEST_FACTS}.`,
    );
  }
  return text;
}

function isJsonObject(value: unknown): value is JsonObject {
  return isPlainObject(value);
}

/** Facts of a stored text; undefined when it holds no object. */
export function decodeFacts(text: string): JsonObject | undefined {
  const value: unknown = JSON.parse(text);
  return isJsonObject(value) ? value : undefined;
}
