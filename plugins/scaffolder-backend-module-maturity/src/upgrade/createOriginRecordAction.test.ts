import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { exampleInput } from '../__testUtils__/exampleInput';
import { createOriginRecordAction } from './createOriginRecordAction';
import { originRecordExamples } from './originRecordExamples';

const ORIGIN = 'template: node-service\nversion: 1.0.0\nanswers: {}\n';
const ID = 'ce013625030ba8dba906f756967f9e9ca394464a';

describe('maturity:origin:record', () => {
  const workspace = createMockDirectory();

  beforeEach(() =>
    workspace.setContent({
      '.golden-path.yaml': ORIGIN,
      '.git': { HEAD: 'ref: refs/heads/main\n' },
      bin: { 'run.sh': 'hello\n' },
      'a.txt': 'hello\n',
    }),
  );

  async function run(
    input: { file?: string },
    options: { signal?: AbortSignal; dry?: boolean } = {},
  ) {
    const context = {
      ...createMockActionContext({ input, workspacePath: workspace.path }),
      isDryRun: options.dry ?? false,
      signal: options.signal,
      output: jest.fn(),
    };
    await createOriginRecordAction().handler(context);
    return Object.fromEntries(context.output.mock.calls);
  }

  const origin = () =>
    readFileSync(path.join(workspace.path, '.golden-path.yaml'), 'utf8');

  it('runs its example, also in a dry run, and a second time', async () => {
    chmodSync(path.join(workspace.path, 'bin/run.sh'), 0o755);
    const input = exampleInput(originRecordExamples[0]);
    expect(await run(input, { dry: true })).toEqual({ files: 2 });
    const text = origin();
    expect(text.startsWith(ORIGIN)).toBe(true);
    expect(parse(text).files).toEqual({
      'a.txt': ID,
      'bin/run.sh': `${ID} executable`,
    });
    await run({});
    expect(origin()).toBe(text);
  });

  it.each([
    ['a file that is not there', 'bin/.golden-path.yaml', 'There is no file'],
    ['another file', 'a.txt', 'expected the path of a ".golden-path.yaml"'],
    ['a place outside', '../.golden-path.yaml', 'not allowed'],
  ])('refuses %s', async (_, file, words) => {
    await expect(run({ file })).rejects.toThrow(words);
    expect(origin()).toBe(ORIGIN);
  });

  it('refuses links, and stops when the task is cancelled', async () => {
    await expect(run({}, { signal: AbortSignal.abort() })).rejects.toThrow(
      'abort',
    );
    symlinkSync('/etc/hostname', path.join(workspace.path, 'linked'));
    await expect(run({})).rejects.toThrow('"linked"');
    expect(origin()).toBe(ORIGIN);
  });
});
