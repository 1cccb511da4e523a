import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  component,
  folderOf,
  removeFolders,
  TEAM,
} from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

const WORKFLOW =
  'on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n';
const FILES = {
  'catalog-info.yaml': component('shop', {
    annotations: { 'maturity/rollout': 'blue_green' },
  }),
  'team.yaml': TEAM,
  '.github/workflows/ci.yml': WORKFLOW,
  'docs/runbook.md': '# Runbook\n\n1. Look at the dashboard.\n2. Roll back.\n',
};

/** The checks for which a value is asked for. */
const asked = (messages: readonly string[]) =>
  messages.flatMap(text => /^([a-z-]+) of component/.exec(text)?.[1] ?? []);

describe('maturity fix --repo', () => {
  const fix = (cwd: string, ...options: string[]) =>
    runIn(
      cwd,
      'fix',
      '--dry-run',
      ...['ci-pipeline', 'runbook-linked', 'tier-declared'].map(
        check => `--check=${check}`,
      ),
      ...options,
    );

  it('does not ask for what the files show', async () => {
    const folder = folderOf(FILES);
    expect(asked((await fix(folder)).messages)).toEqual([
      'ci-pipeline',
      'tier-declared',
      'runbook-linked',
    ]);
    expect(asked((await fix(folder, '--repo=.')).messages)).toEqual([
      'tier-declared',
    ]);
  });

  it('brings the catalog files of a repository outside of the working directory', async () => {
    const folder = folderOf({
      'here/team.yaml': TEAM,
      ...Object.fromEntries(
        Object.entries(FILES)
          .filter(([name]) => name !== 'team.yaml')
          .map(([name, text]) => [`away/${name}`, text]),
      ),
    });
    const { code } = await runIn(join(folder, 'here'), 'fix', '--repo=../away');
    expect(code).toBe(0);
    expect(
      readFileSync(join(folder, 'away/catalog-info.yaml'), 'utf8'),
    ).toContain('"maturity/rollout":"blue-green"');
  });

  it('refuses what is no folder', async () => {
    const { code, messages } = await fix(folderOf(FILES), '--repo=nowhere');
    expect(code).toBe(2);
    expect(messages.join('\n')).toContain('nowhere" is not a folder');
  });
});
