import { existsSync } from 'node:fs';
import path from 'node:path';
import { programPath } from './commands';

/** What a test needs besides Node: programs of the machine and packages of the npm registry. */
export interface Needs {
  programs?: readonly string[];
  packages?: readonly string[];
  /** Other things, by name; undefined when missing. */
  others?: Readonly<Record<string, unknown>>;
}

/** The folder of an installed package, as a module here would find it; undefined when there is none. */
export function packageFolder(name: string): string | undefined {
  for (let at = __dirname; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (at === path.dirname(at)) return undefined;
  }
}

/** The names of what is not there. */
export function missing({ programs, packages, others }: Needs): string[] {
  return [
    ...(programs ?? []).filter(name => !programPath(name)),
    ...(packages ?? []).filter(name => !packageFolder(name)),
    ...Object.entries(others ?? {}).flatMap(([name, value]) =>
      value === undefined ? [name] : [],
    ),
  ];
}

/** A test that needs tools. Without them it is reported as skipped, with the reason in its name. */
export function itWith(
  needs: Needs,
  name: string,
  test: () => Promise<void>,
): void {
  const absent = missing(needs).join(', ');
  (absent ? it.skip : it)(absent ? `${name} (missing: ${absent})` : name, test);
}
