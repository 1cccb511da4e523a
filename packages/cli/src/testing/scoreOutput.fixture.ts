import { component, folderOf } from './temporaryFolder.fixture';
import { runIn } from './terminal.fixture';

export const BASICS = {
  'github.com/project-slug': 'acme/shop',
  'maturity/ci': 'github-actions',
  'maturity/tier': '1',
  'maturity/on-call': 'shop-primary',
  'maturity/runbook': 'docs/runbook.md',
};
/** DevOps level 1 and nothing more. */
export const SHOP = component('shop', { annotations: BASICS });

export interface Output {
  definitionVersion: string;
  scorecards: {
    entityRef: string;
    tracks: Record<
      string,
      { level: number | null; achievable: number | null; next: string[] }
    >;
    results: {
      check: string;
      status: string;
      reason: string;
      evidence: { strength: string; source: string }[];
    }[];
  }[];
}

function isOutput(value: unknown): value is Output {
  return typeof value === 'object' && value !== null && 'scorecards' in value;
}

/** Scorecards of JSON output. */
export function parseOutput(text: string): Output {
  const data: unknown = JSON.parse(text);
  if (!isOutput(data)) {
    throw new Error('Scorecards were expected.');
  }
  return data;
}

/** Scores files and reads the JSON; `results` are those of the first scorecard by check. */
export const scoreJsonOf = async (
  files: Record<string, string>,
  ...args: string[]
) => {
  const { out, code, messages } = await runIn(
    folderOf(files),
    'score',
    '--format',
    'json',
    ...args,
  );
  const output = parseOutput(out);
  return {
    ...output,
    code,
    messages,
    results: new Map(
      output.scorecards[0]?.results.map(result => [result.check, result]),
    ),
  };
};
