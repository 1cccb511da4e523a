import path from 'node:path';
import type { Config } from '@backstage/config';
import { parseLocalRoot } from '@backstage-maturity/plugin-maturity-common';

/**
 * The absolute path of the folder of locally generated services; undefined when none is configured, or
 * something that is no path.
 */
export function readLocalRoot(config: Config): string | undefined {
  const { root } = parseLocalRoot(config.getOptional('maturity'));
  return root === undefined ? undefined : path.resolve(root);
}
