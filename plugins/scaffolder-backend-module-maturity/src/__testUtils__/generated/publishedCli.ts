import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shellEnvironment } from './commands';

const CLI = path.resolve(
  __dirname,
  '../../../../../packages/cli/bin/maturity.cjs',
);

/**
 * An environment in which `npx @backstage-maturity/cli` runs the command line of this repository, as it would the published
 * one. It runs nothing else.
 *
 * @param bin - Folder for the program.
 */
export function withPublishedCli(bin: string): Record<string, string> {
  mkdirSync(bin, { recursive: true });
  const npx = path.join(bin, 'npx');
  writeFileSync(
    npx,
    [
      '#!/bin/sh',
      '[ "$1" = --yes ] && shift',
      'case "$1" in',
      '  @backstage-maturity/cli | @backstage-maturity/cli@0.1) shift ;;',
      '  *) echo "There is no $1 here." >&2; exit 64 ;;',
      'esac',
      `exec "${process.execPath}" "${CLI}" "$@"`,
      '',
    ].join('\n'),
  );
  chmodSync(npx, 0o755);
  return { PATH: [bin, shellEnvironment().PATH].join(path.delimiter) };
}
