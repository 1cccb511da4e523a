import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { folderOf, removeFolders } from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

const ROOT = resolve(__dirname, '../../../..');
const ROOM = resolve(ROOT, 'plugins/maturity-common/src/slo/rules');
const LEDGER = readFileSync(
  resolve(ROOM, 'fixtures/ledger.openslo.yaml'),
  'utf8',
);
const CHECKOUT = readFileSync(
  resolve(ROOM, 'fixtures/checkout.sloth.yaml'),
  'utf8',
);

function golden(name: string): string {
  return readFileSync(resolve(ROOM, 'golden', name), 'utf8');
}

describe('maturity slo rules, tests and dashboard', () => {
  const cwd = () => folderOf({ 'slo.yaml': LEDGER });

  it('writes the rules and nothing else to standard output', async () => {
    expect(
      await runIn(
        cwd(),
        ...['slo', 'rules', 'slo.yaml'],
        ...['--runbook-url', 'https://runbooks.example.com/ledger'],
        ...['--grafana-url', 'https://grafana.example.com'],
      ),
    ).toEqual({ code: 0, out: golden('ledger.rules.yaml'), messages: [] });
  });

  it('writes the tests', async () => {
    expect(
      await runIn(
        cwd(),
        ...['slo', 'tests', 'slo.yaml', '--rules-file', 'ledger.rules.yaml'],
      ),
    ).toEqual({ code: 0, out: golden('ledger.tests.yaml'), messages: [] });
  });

  it('writes the dashboard', async () => {
    expect(await runIn(cwd(), 'slo', 'dashboard', 'slo.yaml')).toEqual({
      code: 0,
      out: golden('ledger.dashboard.json'),
      messages: [],
    });
  });

  it('says beside the rules what is not as people may expect', async () => {
    const { code, messages } = await runIn(cwd(), 'slo', 'rules', 'slo.yaml');
    expect({ code, messages }).toEqual({
      code: 0,
      messages: [
        'slo.yaml: "ledger-bookings" (99.5% over 4w): alerts have no runbook_url.',
      ],
    });
  });

  it('takes the window that a Sloth file does not name', async () => {
    const { out } = await runIn(
      folderOf({ 'slo.yaml': CHECKOUT }),
      ...['slo', 'rules', 'slo.yaml', '--window', '4w'],
    );
    expect(out).toContain('slo:sli_error:ratio_rate4w');
    expect(out).toContain('vector(28)');
  });

  it('compares a file with what would be generated', async () => {
    const folder = folderOf({
      'slo.yaml': LEDGER,
      'good.json': golden('ledger.dashboard.json'),
      'old.json': '{}',
    });
    const check = (file: string) =>
      runIn(folder, 'slo', 'dashboard', 'slo.yaml', '--check', file);
    expect(await check('good.json')).toEqual({
      code: 0,
      out: '',
      messages: [],
    });
    expect(await check('old.json')).toEqual({
      code: 1,
      out: '',
      messages: ['"old.json" is not what "slo.yaml" gives; generate it anew.'],
    });
    expect((await check('none.json')).code).toBe(2);
  });

  it('gives all problems with file, line and what was expected', async () => {
    const { code, out, messages } = await runIn(
      folderOf({
        'slo.yaml': CHECKOUT.replace('99.9\n', '100\n').replace(
          'service: checkout',
          'service: "../checkout"',
        ),
      }),
      ...['slo', 'rules', 'slo.yaml'],
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(messages).toEqual([
      'slo.yaml:3:1: service: "../checkout" was found, where a name of at most 63 letters, digits, "-", "_" and "." that begins and ends with a letter or digit was expected.',
      'slo.yaml:9:5: slos[0].objective: "100" was found, where a percentage above 0 and below 100 with at most four decimals was expected.',
    ]);
  });

  it('lets no file write to the terminal', async () => {
    const { messages } = await runIn(
      folderOf({ 'slo.yaml': 'version: prometheus/v1\nservice: "\\e[2J"\n' }),
      ...['slo', 'rules', 'slo.yaml'],
    );
    expect(messages[0]).toContain('service: "?[2J" was found');
  });

  it.each([
    [['rules'], "missing required argument 'file'"],
    [['rules', 'none.yaml'], 'The SLO file "none.yaml" does not exist.'],
    [['rules', '.'], 'The SLO file "." is a folder; a file was expected.'],
    [['rules', 'slo.yaml', '--format', 'json'], "unknown option '--format'"],
    [
      ['tests', 'slo.yaml', '--window', '30d'],
      '"slo.yaml" is an OpenSLO file, which names its windows itself; --window "30d" has nothing to say in it.',
    ],
    [
      ['rules', 'slo.yaml', '--window', '30'],
      '--window "30" is not a window of 1 to 366 days or 1 to 52 weeks, such as 28d or 4w.',
    ],
    [
      ['rules', 'slo.yaml', '--window', '30d,errors=9/3d'],
      '--window "30d,errors=9/3d" is not a window',
    ],
    [
      ['rules', 'slo.yaml', '--runbook-url', 'docs'],
      'The address of the runbook "docs" is not a URL; expected for example https://example.com/runbook.',
    ],
  ])('ends %j with 2 and says why', async (args, message) => {
    const { code, out, messages } = await runIn(cwd(), 'slo', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(messages[0]).toContain(message);
  });
});

describe('docs/slo-rules.md', () => {
  it('shows an SLO file that becomes rules without a remark', async () => {
    const page = readFileSync(resolve(ROOT, 'docs/slo-rules.md'), 'utf8');
    const [, example = ''] =
      /^```yaml\n(version:[\s\S]*?)^```$/m.exec(page) ?? [];
    const { code, out, messages } = await runIn(
      folderOf({ 'slo.yaml': example }),
      ...['slo', 'rules', 'slo.yaml'],
    );
    expect({ code, messages }).toEqual({ code: 0, messages: [] });
    expect(parse(out).groups).toHaveLength(2);
  });
});
