import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  component,
  folderOf,
  removeFolders,
  TEAM,
} from './testing/temporaryFolder.fixture';

jest.setTimeout(60_000);
afterAll(removeFolders);

const BIN = resolve(__dirname, '../bin/maturity.cjs');

function maturity(cwd: string, ...args: string[]) {
  // What the test runner sets for itself is not there for users.
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BIN, ...args],
    { cwd, env, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('bin/maturity.cjs', () => {
  it('writes JSON and nothing else to standard output', () => {
    const cwd = folderOf({
      'a.yaml': component('a'),
      'b.yaml': 'a: [',
      'team.yaml': TEAM,
    });
    const { status, stdout, stderr } = maturity(
      cwd,
      'score',
      '--format',
      'json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout).scorecards).toHaveLength(1);
    expect(stderr).toMatch(/^b\.yaml:\d: YAML was expected/);
  });

  it('ends with 1 below a required level and with 2 for unreadable input', () => {
    const cwd = folderOf({ 'a.yaml': component('a'), 'bad.yaml': 'a: [' });
    expect(
      maturity(cwd, 'score', 'a.yaml', '--require', 'devops=1').status,
    ).toBe(1);
    const bad = maturity(
      cwd,
      'score',
      'bad.yaml',
      'a.yaml',
      '--format',
      'json',
    );
    expect(bad.status).toBe(2);
    expect(JSON.parse(bad.stdout).scorecards).toHaveLength(1);
  });

  it('says what to do when the workspace is not installed', () => {
    const cwd = folderOf({ 'src/index.ts': '' });
    mkdirSync(join(cwd, 'bin'));
    copyFileSync(BIN, join(cwd, 'bin/maturity.cjs'));
    const { NODE_OPTIONS: _, NODE_PATH: __, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(cwd, 'bin/maturity.cjs'), 'checks'],
      { cwd, env, encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain("Cannot find module 'tsx/cjs'");
    expect(stderr).toContain(
      'Run "npm start" once, or "yarn install" with Node 22 or 24 and Yarn 4, and try again.',
    );
  });
});
