import { placeholderKind } from '../../entity';
import type { EntityView } from '../../entity';
import { field, list, text } from '../../entity/fields';

/** The address of the first link of a type (in lower case) that still is a placeholder: such a link leads nowhere. */
export function placeholderLink(
  view: EntityView,
  type: string,
): string | undefined {
  for (const link of list(field(view.entity, 'metadata', 'links'))) {
    const url = text(field(link, 'url'));
    if (
      text(field(link, 'type')).toLowerCase() === type &&
      placeholderKind(url)
    ) {
      return url;
    }
  }
  return undefined;
}
