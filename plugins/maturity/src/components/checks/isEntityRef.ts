import { parseEntityRef } from '@backstage/catalog-model';

/** Whether a text is a full entity reference; an origin may also be "a restricted entity". */
export function isEntityRef(text: string): boolean {
  try {
    parseEntityRef(text);
    return text.includes(':');
  } catch {
    return false;
  }
}
