import { InputError, isError } from '@backstage/errors';
import {
  advise as adviseOn,
  countSignals,
  createCatalogGraph,
  describeProblem,
  parseOnboardingDays,
  parseSignals,
  parseThresholds,
  scoreAll,
} from '@backstage-maturity/plugin-maturity-common';
import type {
  Advice,
  ConfigProblem,
  DefinitionSet,
} from '@backstage-maturity/plugin-maturity-common';
import { adviceText } from '../format/adviceText';
import { loadCatalog } from '../load/loadCatalog';
import { readNamedText } from '../load/readInput';
import { jsonText } from '../terminal/controlCharacters';
import { createStyles } from '../terminal/styles';
import type { Terminal } from '../terminal/Terminal';
import { readDefinitions } from './definitions';
import { EXIT } from './exitCodes';
import { readNow } from './readNow';
import { tellProblems } from './score';

const MAX_BYTES = 10 * 1024 * 1024;

export interface AdviseOptions {
  signals?: string;
  context: readonly string[];
  partial: boolean;
  format: 'text' | 'json';
  config?: string;
  now?: string;
  ascii: boolean;
}

/** `maturity advise`: what the organization should do next, from catalog files or from given signals. */
export async function advise(
  paths: readonly string[],
  options: AdviseOptions,
  terminal: Terminal,
): Promise<number> {
  const { definitions, config, faulty, placeOf } = readDefinitions(
    options.config,
    terminal,
  );
  const section = (key: string): unknown =>
    typeof config === 'object' && config !== null
      ? Object.entries(config).find(([each]) => each === key)?.[1]
      : undefined;
  const thresholds = parseThresholds(section('advisor'));
  const onboarding = parseOnboardingDays(section('onboardingDays'));
  const told = tell([...thresholds.problems, ...onboarding.problems], {
    placeOf,
    terminal,
  });
  let unusable = faulty || told;

  let advice: Advice;
  if (options.signals === undefined) {
    const counted = await countFrom(paths, {
      definitions,
      onboardingDays: onboarding.onboardingDays,
      options,
      terminal,
    });
    unusable ||= counted.unusable;
    advice = adviseOn(counted.signals, {
      thresholds: thresholds.thresholds,
      sources: counted.sources,
    });
  } else {
    refuseWithSignals(paths, options);
    advice = adviseOn(readSignals(options.signals, terminal), {
      thresholds: thresholds.thresholds,
    });
  }
  const styles = createStyles({
    colors: terminal.colors,
    unicode: terminal.unicode && !options.ascii,
  });
  terminal.out(
    options.format === 'json'
      ? jsonText(advice)
      : adviceText(advice, { styles, columns: terminal.columns }),
  );
  return unusable ? EXIT.unusable : EXIT.fine;
}

async function countFrom(
  paths: readonly string[],
  context: {
    definitions: DefinitionSet;
    onboardingDays: number | null;
    options: AdviseOptions;
    terminal: Terminal;
  },
) {
  const { definitions, onboardingDays, options, terminal } = context;
  const catalog = await loadCatalog({
    paths: paths.length > 0 ? paths : ['.'],
    context: options.context,
    cwd: terminal.cwd,
  });
  tellProblems(catalog, terminal);
  const graph = createCatalogGraph(
    catalog.entities.map(({ entity }) => entity),
    {
      partial: options.partial,
      platformGroupTypes: definitions.settings.platformGroupTypes,
      stackAliases: definitions.settings.stackAliases,
    },
  );
  const now = options.now === undefined ? terminal.now() : readNow(options.now);
  const scorecards = [...scoreAll(graph, definitions, { now })].map(
    ({ card }) => card,
  );
  return {
    ...countSignals({ graph, scorecards, definitions, onboardingDays }),
    unusable: catalog.problems.some(problem => problem.fatal),
  };
}

/** What is said about counting says nothing to signals that were counted. */
function refuseWithSignals(
  paths: readonly string[],
  { context, partial, now }: AdviseOptions,
): void {
  const given = [
    ...(paths.length > 0 ? ['paths'] : []),
    ...(context.length > 0 ? ['--context'] : []),
    ...(partial ? ['--partial'] : []),
    ...(now === undefined ? [] : ['--now']),
  ];
  if (given.length > 0) {
    throw new InputError(
      `Signals are either given with --signals or counted from catalog files; --signals and ${given.join(
        ', ',
      )} were given.`,
    );
  }
}

function readSignals(file: string, terminal: Terminal) {
  const text = readNamedText(file, {
    what: 'file of signals',
    cwd: terminal.cwd,
    limit: MAX_BYTES,
  });
  let data: unknown;
  try {
    // Some editors begin a file with a byte order mark.
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new InputError(
      `The signals "${file}" are not JSON: ${
        isError(error) ? error.message : error
      }`,
    );
  }
  const { signals, problems } = parseSignals(data);
  tell(problems, { placeOf: () => file, terminal });
  if (!signals || problems.length > 0) {
    throw new InputError(
      `The signals "${file}" are not complete; ${problems.length} of them could not be read.`,
    );
  }
  return signals;
}

function tell(
  problems: readonly ConfigProblem[],
  {
    placeOf,
    terminal,
  }: { placeOf: (path: string) => string; terminal: Terminal },
): boolean {
  problems.forEach(problem =>
    terminal.message(`${placeOf(problem.path)}: ${describeProblem(problem)}`),
  );
  return problems.length > 0;
}
