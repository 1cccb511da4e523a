import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { templateFiles } from './testing/goldenPath.fixture';
import { folderOf, removeFolders } from './testing/temporaryFolder.fixture';
import { runIn } from './testing/terminal.fixture';
import { NEXT, serviceWith } from './testing/upgradedService.fixture';

const ROOT = resolve(__dirname, '../../..');
const NPM = 'npm run -s maturity -- ';
const PAGES = [
  'README.md',
  'docs/command-line.md',
  'docs/annotating.md',
  'docs/upgrading.md',
  'docs/slo-rules.md',
  'docs/slo.md',
  'docs/fixing-checks.md',
  'examples/README.md',
];
/** Programs that read what ours made, and the scripts of the repository. */
const OTHERS = /^(?:promtool|git|yarn) |^npm (?:start|test)\b/;
/** Commands that find something in the demo organization, where much is wrong on purpose. */
const FINDING = [/^lint examples/, /^fix examples --dry-run$/];

jest.setTimeout(120_000);
afterAll(removeFolders);

function read(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** The lines of shell on a page, each as it is typed. */
function linesOf(page: string): string[] {
  const blocks = read(page).matchAll(/^```sh\n([\s\S]*?)^```$/gm);
  return [...blocks]
    .flatMap(([, text]) => text.replace(/\\\n\s*/g, '').split('\n'))
    .filter(line => line !== '' && !line.startsWith('#'));
}

/** The words of a line, as a shell would part it, and the file that the result goes to. */
function parted(line: string): { args: string[]; into?: string } {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain,
  );
  const arrow = words.indexOf('>');
  return arrow === -1
    ? { args: words }
    : { args: words.slice(0, arrow), into: words[arrow + 1] };
}

/** What a command line of ours asks for; undefined for another program. */
function commandOf(line: string): string | undefined {
  const starts = [NPM, 'maturity '];
  const start = starts.find(each => line.startsWith(each));
  return start === undefined ? undefined : line.slice(start.length);
}

describe.each(PAGES)('the commands of %s', page => {
  const lines = linesOf(page);

  it('are ours, or programs that a checkout has', () => {
    const others = lines.filter(line => commandOf(line) === undefined);
    expect(others.filter(line => !OTHERS.test(line))).toEqual([]);
    expect(others.length).toBeLessThan(lines.length);
  });

  it('work as they are printed', async () => {
    const { repository, service } = await checkout();
    const place = (line: string, command: string) => {
      // What looks at all files of the repository writes none.
      const inside = command.startsWith('score ') ? ROOT : repository;
      return line.startsWith(NPM) ? inside : service;
    };
    const told: unknown[] = [];
    const expected: unknown[] = [];
    for (const line of lines) {
      const command = commandOf(line);
      if (command === undefined || command === '<command>') {
        continue;
      }
      const { args, into } = parted(command);
      const cwd = place(line, command);
      const { code, out, messages } = await runIn(cwd, ...args);
      const isFinding = FINDING.some(each => each.test(command));
      told.push([line, code, code === Number(isFinding) ? [] : messages]);
      expected.push([line, Number(isFinding), []]);
      if (into !== undefined) {
        writeFileSync(join(cwd, into), out);
      }
    }
    expect(told).toEqual(expected);
  });
});

/** A copy of what the commands read, beside a service that a golden path made. */
async function checkout(): Promise<{ repository: string; service: string }> {
  const around = folderOf({});
  const repository = join(around, 'portal');
  for (const part of ['catalog-info.yaml', 'examples', 'docs/examples']) {
    cpSync(join(ROOT, part), join(repository, part), { recursive: true });
  }
  const templates = templateFiles('1.0.0');
  const service = await serviceWith({}, folderOf(templates));
  cpSync(service, join(around, 'checkout'), { recursive: true });
  for (const folder of ['portal/templates', 'golden-paths/templates']) {
    for (const [name, text] of Object.entries(NEXT)) {
      const path = join(around, folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  return { repository, service: join(around, 'checkout') };
}

describe('docs/slo-rules.md', () => {
  it('shows the file that its commands read', () => {
    const [, shown] = /^```yaml\n([\s\S]*?)^```$/m.exec(
      read('docs/slo-rules.md'),
    ) ?? ['', ''];
    expect(shown).toBe(read('docs/examples/slo.yaml'));
  });
});

describe('docs/command-line.md', () => {
  it('shows what is printed for the demo organization', async () => {
    const [, shown] = /^```json\n([\s\S]*?)^```$/m.exec(
      read('docs/command-line.md'),
    ) ?? ['', ''];
    const example = parse(shown);
    const { out } = await runIn(
      ROOT,
      ...parted('score examples catalog-info.yaml --now 2026-11-23').args,
      ...['--entity', 'booking-service', '--format', 'json'],
    );
    const [card] = JSON.parse(out).scorecards;
    expect(example).toEqual({
      ...card,
      tracks: { devops: card.tracks.devops },
      results: [],
    });
  });
});
