import { InputError } from '@backstage/errors';
import type { ListRollUpsQuery } from '@backstage-maturity/plugin-maturity-common';
import { parseReference } from './parseReference';

/** Reads the question for a list of roll-ups; `parent` makes sense only beside what can have one. */
export function parseRollUpsQuery(query: ListRollUpsQuery): ListRollUpsQuery {
  const { by, parent } = query;
  if (parent === undefined) return query;
  if (by !== 'owner' && by !== 'system') {
    throw new InputError(
      `The query parameter "parent" is "${parent}" beside "by=${by}"; expected it only beside "by=owner" or "by=system".`,
    );
  }
  return { by, parent: parseReference('parent', parent) };
}
