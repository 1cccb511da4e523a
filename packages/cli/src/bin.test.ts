import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, copyFileSync, mkdirSync, openSync } from 'node:fs';
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

// What the test runner sets for itself is not there for users.
const { NODE_OPTIONS: _, ...ENV } = process.env;

function maturityOf(input: string, run: { cwd: string; args: string[] }) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BIN, ...run.args],
    { cwd: run.cwd, env: ENV, encoding: 'utf8', input },
  );
  return { status, stdout, stderr };
}

function maturity(cwd: string, ...args: string[]) {
  return maturityOf('', { cwd, args });
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

  it('reads standard input', () => {
    const cwd = folderOf({ 'team.yaml': TEAM });
    const { status, stdout } = maturityOf(component('piped'), {
      cwd,
      args: ['score', '-', 'team.yaml', '--format', 'sarif'],
    });
    expect(status).toBe(0);
    expect(stdout).toContain('"component:default/piped#source-linked"');
    expect(stdout).toContain('"uri": "%3Cstdin%3E"');
    // The linter looks at its files twice.
    const wrong = component('a', { annotations: { 'maturity/tier': '7' } });
    const found = maturityOf(wrong, { cwd, args: ['lint', '-'] });
    expect([found.status, found.stdout]).toEqual([
      1,
      expect.stringMatching(/^<stdin>:1:\d+: "maturity\/tier" /),
    ]);
  });

  it('judges what is required although the reader has gone', async () => {
    const cwd = folderOf({ 'a.yaml': component('a') });
    const child = spawn(
      process.execPath,
      [BIN, 'score', 'a.yaml', '--require', 'devops=1', '--format', 'json'],
      { cwd, env: ENV, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    child.stdout.destroy();
    child.stderr.destroy();
    const [status] = await once(child, 'exit');
    expect(status).toBe(1);
  });

  it('ends with 2 when the result cannot be written', () => {
    const cwd = folderOf({ 'a.yaml': component('a') });
    const handle = openSync(join(cwd, 'a.yaml'), 'r');
    const { status, stderr } = spawnSync(
      process.execPath,
      [BIN, 'score', 'a.yaml'],
      { cwd, env: ENV, encoding: 'utf8', stdio: ['ignore', handle, 'pipe'] },
    );
    closeSync(handle);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^The result could not be written: [^\n]*\n$/);
  });

  it('says what to do when the workspace is not installed', () => {
    const cwd = folderOf({ 'src/index.ts': '' });
    mkdirSync(join(cwd, 'bin'));
    copyFileSync(BIN, join(cwd, 'bin/maturity.cjs'));
    const { NODE_PATH: __, ...env } = ENV;
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
