import path from 'node:path';
import type { Config } from '@backstage/config';

/** The absolute path of the folder of locally generated services; undefined when none is configured. */
export function readLocalRoot(config: Config): string | undefined {
  const root = config.getOptionalString('maturity.local.root');
  return root === undefined ? undefined : path.resolve(root);
}
