import { relative, resolve, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { requireCleanWorkTree } from '../upgrade/git';
import {
  conflictsOf,
  describeChange,
  diffOf,
} from '../upgrade/describeUpgrade';
import { planUpgrade, type UpgradePlan } from '../upgrade/planUpgrade';
import { requireServiceFolder } from '../upgrade/serviceFolder';
import { writeUpgrade } from '../upgrade/writeUpgrade';
import { diffText, jsonText } from '../terminal/controlCharacters';
import { createStyles } from '../terminal/styles';
import type { Terminal } from '../terminal/Terminal';
import { EXIT } from './exitCodes';

export interface UpgradeCommandOptions {
  templates: string;
  from?: string;
  set: readonly string[];
  dryRun: boolean;
  force: boolean;
  format: 'text' | 'json';
}

function readSettings(settings: readonly string[]): Record<string, string> {
  const pairs = settings.map((setting): [string, string] => {
    const [, name, value] = /^([A-Za-z]\w*)=(.*)$/s.exec(setting) ?? [];
    if (name === undefined) {
      throw new InputError(
        `--set ${JSON.stringify(
          setting,
        )} is no answer; the name of a parameter and its value were expected, such as "tier=2".`,
      );
    }
    return [name, value];
  });
  return Object.fromEntries(pairs);
}

function toJson({ template, from, to, changes }: UpgradePlan): string {
  const files = changes.map(change => ({
    path: change.path,
    change: change.kind,
    ...(change.kind === 'beside' && { newVersion: change.place }),
  }));
  return jsonText({ template, from, to, files });
}

function toText(
  plan: UpgradePlan,
  { dryRun, terminal }: { dryRun: boolean; terminal: Terminal },
): string {
  const { text } = createStyles({ colors: false, unicode: true });
  const lines = plan.changes.map(
    change => `${text(describeChange(change), 600)}\n`,
  );
  return lines.join('') + (dryRun ? diffText(diffOf(plan), terminal) : '');
}

function summaryOf(plan: UpgradePlan, dryRun: boolean): string {
  const { template, from, to, changes } = plan;
  if (changes.length === 0) {
    return `Up to date with version ${to} of "${template}".`;
  }
  const way = from === to ? `Version ${to}` : `From version ${from} to ${to}`;
  const conflicts = conflictsOf(plan).length;
  const count = changes.length === 1 ? '1 file' : `${changes.length} files`;
  return [
    `${way} of "${template}": ${count}, ${conflicts} with a conflict.`,
    dryRun ? ' Nothing was written.' : '',
    conflicts > 0 && !dryRun
      ? ' Decide what stands between the marks "<<<<<<<" and ">>>>>>>", and commit.'
      : '',
  ].join('');
}

/**
 * `maturity upgrade`: brings a service to the version of its golden path that a folder of templates holds.
 *
 * @throws InputError when the service, the templates or an option cannot be used
 * @throws ConflictError when something could be lost
 */
export async function upgrade(
  named: string,
  options: UpgradeCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const at = (path: string) => resolve(terminal.cwd, path);
  const service = requireServiceFolder(at(named));
  const answers = readSettings(options.set);
  if (!options.dryRun && !options.force) {
    const shown = relative(terminal.cwd, service).split(sep).join('/');
    await requireCleanWorkTree(service, shown === '' ? '.' : shown);
  }
  const plan = await planUpgrade({
    service,
    templates: at(options.templates),
    from: options.from,
    cwd: terminal.cwd,
    answers,
  });
  if (!options.dryRun) {
    writeUpgrade(plan);
  }
  terminal.out(
    options.format === 'json'
      ? toJson(plan)
      : toText(plan, { dryRun: options.dryRun, terminal }),
  );
  terminal.message(summaryOf(plan, options.dryRun));
  return conflictsOf(plan).length > 0 ? EXIT.below : EXIT.fine;
}
