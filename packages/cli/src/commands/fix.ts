import { InputError, isError } from '@backstage/errors';
import {
  describeRefusal,
  editEntity,
  unifiedDiff,
} from '@backstage-maturity/plugin-maturity-common';
import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import { readCatalogFile, writeCatalogFile } from '../annotate/catalogFile';
import {
  collectFixes,
  repairsIn,
  withoutRepetitions,
} from '../annotate/collectFixes';
import type { KnownFix, OpenForm } from '../annotate/collectFixes';
import { formHint } from '../annotate/formHint';
import { findFiles } from '../load/findFiles';
import { loadCatalog } from '../load/loadCatalog';
import { lookAt } from '../load/lookAt';
import { DASH } from '../load/readInput';
import { shownPath } from '../load/shownPath';
import {
  observeRepository,
  pathsWithRepo,
} from '../repository/observeRepository';
import { diffText } from '../terminal/controlCharacters';
import { createStyles } from '../terminal/styles';
import type { Terminal } from '../terminal/Terminal';
import { readDefinitions } from './definitions';
import { EXIT } from './exitCodes';
import { readNow } from './readNow';
import { suggest } from './suggest';
import { tellProblems } from './score';

export interface FixOptions {
  check: readonly string[];
  dryRun: boolean;
  context: readonly string[];
  partial: boolean;
  repo?: string;
  config?: string;
  now?: string;
}

/** Above this many, values that are asked for are counted and not listed. */
const MOST_HINTS = 20;

interface Outcome {
  diff: string;
  changes: number;
  refused: number;
}

/**
 * `maturity fix`: makes the changes that a machine knows, and says which values only a person knows.
 *
 * @throws InputError when a path or an option cannot be used
 */
export async function fix(
  named: readonly string[],
  options: FixOptions,
  terminal: Terminal,
): Promise<number> {
  const now = options.now === undefined ? terminal.now() : readNow(options.now);
  const { definitions, faulty } = readDefinitions(options.config, terminal);
  requireChecks(options.check, definitions);
  if (named.includes(DASH)) {
    throw new InputError(
      `"${DASH}" is standard input, which cannot be changed; a file, a folder or a pattern was expected.`,
    );
  }
  const paths = pathsWithRepo(named, { repo: options.repo, cwd: terminal.cwd });
  const { context, partial, check: checks, dryRun } = options;
  const catalog = await loadCatalog({ paths, context, cwd: terminal.cwd });
  const repairs =
    checks.length > 0
      ? []
      : await repairsOf(paths, { definitions, now, terminal });
  const { known, open } = collectFixes(catalog, {
    definitions,
    now,
    partial,
    checks,
    repository: await observeRepository(options.repo, terminal),
  });
  // What a repair mends is no problem any more.
  const mended = new Set(
    repairs.map(({ path, line }) => `${shown(path, terminal)}:${line}`),
  );
  const problems = catalog.problems.filter(
    ({ file, line }) => !mended.has(`${file}:${line}`),
  );
  tellProblems({ ...catalog, problems }, terminal);
  const outcome = edit(withoutRepetitions([...repairs, ...known]), {
    dryRun,
    terminal,
  });
  terminal.out(diffText(outcome.diff, terminal));
  tellOpen(open, terminal);
  tellOutcome(outcome, dryRun, terminal);
  if (faulty || problems.some(({ fatal }) => fatal)) {
    return EXIT.unusable;
  }
  const isLeft = outcome.refused > 0 || (dryRun && outcome.changes > 0);
  return isLeft ? EXIT.below : EXIT.fine;
}

function shown(path: string, { cwd }: Terminal): string {
  return shownPath(cwd, path);
}

function requireChecks(
  ids: readonly string[],
  { checks }: DefinitionSet,
): void {
  const known = checks.map(({ definition }) => definition.id);
  for (const id of ids) {
    if (!known.includes(id)) {
      const hint = suggest(id, known, 'Run "maturity checks" to see them all.');
      throw new InputError(`--check "${id}": there is no such check. ${hint}`);
    }
  }
}

async function repairsOf(
  paths: readonly string[],
  settings: { definitions: DefinitionSet; now: number; terminal: Terminal },
): Promise<KnownFix[]> {
  const { definitions, now, terminal } = settings;
  const checkIds = new Set(
    definitions.checks.map(({ definition }) => definition.id),
  );
  const files = await findFiles(paths, terminal.cwd);
  return files.flatMap(({ path, explicit }) => {
    // That it cannot be read is told by the reader of the catalog.
    if (!lookAt(path).stats?.isFile()) {
      return [];
    }
    try {
      const { text } = readCatalogFile(path, terminal.cwd);
      return repairsIn(path, text, { now, checkIds });
    } catch (error) {
      if (explicit || !isError(error)) {
        throw error;
      }
      terminal.message(error.message);
      return [];
    }
  });
}

/** Edits file by file; what is refused for one entity does not stop the others. */
function edit(
  known: readonly KnownFix[],
  options: { dryRun: boolean; terminal: Terminal },
): Outcome {
  const { dryRun, terminal } = options;
  const outcome: Outcome = { diff: '', changes: 0, refused: 0 };
  for (const path of [...new Set(known.map(each => each.path))].sort()) {
    const file = readCatalogFile(path, terminal.cwd);
    const fixes = known.filter(each => each.path === path);
    let { text } = file;
    for (const entity of new Set(fixes.map(each => each.entityRef))) {
      const changes = fixes
        .filter(each => each.entityRef === entity)
        .map(({ change }) => change);
      const result = editEntity(text, { entity, changes });
      if (result.ok) {
        text = result.edit.text;
        outcome.changes += result.edit.changes.length;
      } else {
        outcome.refused += 1;
        result.refusals.forEach(refusal =>
          terminal.message(describeRefusal(refusal, file.file)),
        );
      }
    }
    outcome.diff += unifiedDiff(file.text, text, file.diffName);
    if (!dryRun && text !== file.text) {
      writeCatalogFile(file, text);
    }
  }
  return outcome;
}

function tellOpen(open: readonly OpenForm[], terminal: Terminal): void {
  const { text } = createStyles({ colors: false, unicode: true });
  if (open.length <= MOST_HINTS) {
    open.forEach(each => terminal.message(text(formHint(each), 600)));
    return;
  }
  const checks = new Set(open.map(({ form }) => form.check));
  terminal.message(
    `${open.length} results of ${checks.size} checks need values that only a person knows. Choose a check with --check <id> to see what is asked for.`,
  );
}

function tellOutcome(
  { changes, refused }: Outcome,
  dryRun: boolean,
  terminal: Terminal,
): void {
  const counts = changes === 1 ? '1 change' : `${changes} changes`;
  const count = changes === 0 ? 'No change' : counts;
  const entities = refused === 1 ? '1 entity' : `${refused} entities`;
  const left = refused > 0 ? ` ${entities} could not be edited.` : '';
  terminal.message(
    dryRun
      ? `${count} to make; nothing was written.${left}`
      : `${count} made.${left}`,
  );
}
