import { spec } from '../schema/openapi.generated';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(value: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>(
    (part, key) =>
      isRecord(part) && Object.hasOwn(part, key) ? part[key] : undefined,
    value,
  );
}

function resolved(schema: unknown): unknown {
  const ref = at(schema, '$ref');
  return typeof ref === 'string'
    ? resolved(at(spec, ...ref.split('/').slice(1)))
    : schema;
}

/** The schema of those that a value may have which speaks of objects and lists. */
function chosen(schema: unknown): unknown {
  const one = resolved(schema);
  const choices = at(one, 'oneOf');
  if (!Array.isArray(choices)) return one;
  return choices.map(resolved).find(each => at(each, 'type') !== 'null');
}

function unknownNames(value: unknown, given: unknown, place: string): string[] {
  const schema = chosen(given);
  if (Array.isArray(value)) {
    const items = at(schema, 'items');
    return value.flatMap(each => unknownNames(each, items, `${place}[]`));
  }
  if (!isRecord(value)) return [];
  const rest = at(schema, 'additionalProperties');
  return Object.entries(value).flatMap(([name, part]) => {
    const inner = place ? `${place}.${name}` : name;
    const own = at(schema, 'properties', name);
    if (own !== undefined) return unknownNames(part, own, inner);
    if (rest === undefined) return inner;
    return rest === true ? [] : unknownNames(part, rest, inner);
  });
}

/** Places of an answer that the document does not name, each once. */
export function undocumented(
  answer: unknown,
  { route, method }: { route: string; method: string },
): string[] {
  const content = ['responses', '200', 'content', 'application/json'];
  const schema = at(spec, 'paths', route, method, ...content, 'schema');
  if (schema === undefined) throw new Error(`${method} ${route} has no schema`);
  return [...new Set(unknownNames(answer, schema, ''))];
}
