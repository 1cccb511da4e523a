import type { Change, Refusal } from '../types';
import { subjectOf } from '../subjectOf';
import { nodeAt } from './nodes';
import { placeAt } from './place';
import type { Subject } from './operate';
import { dataAt } from './tree';

type Shape = 'map' | 'list' | 'text';

function shapeOf(value: unknown): Shape | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (value instanceof Map) {
    return 'map';
  }
  return Array.isArray(value) ? 'list' : 'text';
}

function isListed(change: Change): boolean {
  return /-(?:link|tag)$/.test(change.do);
}

/** Why a change has no place in the entity: something else stands there. Undefined when it has. */
export function shapeRefusal(
  change: Change,
  { source, index }: Subject,
): Refusal | undefined {
  const { document, data } = source.documents[index];
  const { steps } = subjectOf(change);
  const wanted = [
    ...steps.map((_, depth) => ({
      path: steps.slice(0, depth),
      shape: 'map' as const,
    })),
    ...(isListed(change) ? [{ path: steps, shape: 'list' as const }] : []),
  ];
  for (const { path, shape } of wanted) {
    const found = shapeOf(dataAt(data, path));
    if (found !== undefined && found !== shape) {
      const node = nodeAt(document, path);
      return {
        reason: 'shape',
        place: placeAt(source.text, node?.range?.[0] ?? document.range[0]),
        subject: path.join('.'),
        found: `a ${found}`,
        expected: `a ${shape}`,
      };
    }
  }
  return undefined;
}
