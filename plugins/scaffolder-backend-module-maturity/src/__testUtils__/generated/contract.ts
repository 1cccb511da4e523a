import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './commands';
import { withPublishedCli } from './publishedCli';

const PAGE = path.resolve(__dirname, '../../../../../docs/golden-paths.md');

/** Checks that can be seen in files. Of an interface, the catalog has the definition itself. */
export const SEEN = [
  'alerting-linked',
  'automated-deployment',
  'automated-tests',
  'burn-rate-alerts',
  'ci-pipeline',
  'dependency-updates',
  'docs-published',
  'error-budget-policy',
  'golden-path-current',
  'golden-path-origin',
  'golden-signals',
  'infrastructure-as-code',
  'monitoring-dashboard',
  'onboarding-guide',
  'runbook-linked',
  'runtime-linked',
  'secrets-managed',
  'sli-defined',
  'slo-defined',
  'source-linked',
  'stack-declared',
  'static-analysis',
];

/** Checks of what a team does, which no template can have done. */
export const NOT_DONE = [
  'change-review',
  'postmortem-practice',
  'readiness-review',
  'build-provenance',
];

interface Track {
  level: number;
  score: number;
  proven: number;
}

/** What the command line says of a service. */
export interface Contract {
  tracks: Record<'devops' | 'sre' | 'platform', Track>;
  /** Strengths of what each passed check rests on, strongest first, by check. */
  passed: ReadonlyMap<string, readonly string[]>;
}

/** Scores a service with the command line, in the context of what its catalog file names. */
export async function contractOf(
  folder: string,
  context: readonly string[],
): Promise<Contract> {
  const options = context.flatMap(file => ['--context', file]);
  const command = ['npx', '@backstage-maturity/cli', 'score', '--repo', '.'];
  const text = await run([...command, ...options, '--format', 'json'], {
    cwd: folder,
    env: withPublishedCli(path.join(folder, '../../bin')),
  });
  const {
    scorecards: [scorecard],
  }: {
    scorecards: {
      tracks: Contract['tracks'];
      results: {
        check: string;
        status: string;
        evidence: { strength: string }[];
      }[];
    }[];
  } = JSON.parse(text);
  const passes = scorecard.results.filter(({ status }) => status === 'pass');
  return {
    tracks: scorecard.tracks,
    passed: new Map(
      passes.map(({ check, evidence }) => [
        check,
        evidence.map(({ strength }) => strength),
      ]),
    ),
  };
}

/** The figures of a starter as the documentation has them, without the blanks that fill its table. */
export function documented(template: string): string | undefined {
  return readFileSync(PAGE, 'utf8')
    .split('\n')
    .find(line => line.startsWith(`| \`${template}\``))
    ?.replace(/ +/g, ' ');
}

/** The same figures as they were measured. */
export function asRow(template: string, { tracks }: Contract): string {
  const cells = [tracks.devops, tracks.sre, tracks.platform].map(
    ({ level, score, proven }) => `${level}, ${score}%, ${proven}%`,
  );
  return `| \`${template}\` | ${cells.join(' | ')} |`;
}
