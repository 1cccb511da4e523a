import { SHOP } from '../testing/scoreOutput.fixture';
import {
  component,
  folderOf,
  removeFolders,
} from '../testing/temporaryFolder.fixture';
import { runOn } from '../testing/terminal.fixture';
import { widthOf } from './columns';

afterAll(removeFolders);

const many = Object.fromEntries(
  ['a', 'b', 'c', 'd'].map(name => [`${name}.yaml`, component(name)]),
);

async function linesOn(columns: number, files: Record<string, string>) {
  const { out } = await runOn({ columns }, folderOf(files), 'score');
  return out.split('\n');
}

describe('maturity score on a screen', () => {
  it.each([60, 80, 100])('fits %d columns', async columns => {
    const lines = await linesOn(columns, { 'shop.yaml': SHOP });
    const isLong = (line: string) => widthOf(line) > columns;
    // Only a line that names something to copy may be longer.
    expect(lines.filter(isLong).filter(line => !/\S{30}/.test(line))).toEqual(
      [],
    );
    expect(lines.join('\n')).toMatch(/coverage \d+% +proven \d+%/);
  });

  it('gives each track a second line where one is too short', async () => {
    const wide = await linesOn(100, { 'shop.yaml': SHOP });
    expect(wide).toContainEqual(
      expect.stringMatching(/^ {2}DevOps .* coverage \d+% +proven \d+%$/),
    );
    const narrow = await linesOn(60, { 'shop.yaml': SHOP });
    const devops = narrow.findIndex(line => line.startsWith('  DevOps '));
    expect(narrow[devops]).not.toContain('coverage');
    expect(narrow[devops + 1]).toMatch(/^ {4}coverage \d+% +proven \d+%$/);
  });

  it('drops the stage, and then what is next, from a table that is too wide', async () => {
    const header = async (columns: number) =>
      (await linesOn(columns, many))[0].split(/ {2,}/);
    const all = ['component', 'DevOps', 'SRE', 'Platform Engineering'];
    expect(await header(120)).toEqual([...all, 'stage', 'next']);
    expect(await header(75)).toEqual([...all, 'next']);
    expect(await header(60)).toEqual(all);
  });
});

describe('other commands on a screen', () => {
  const wrong = component('a', {
    annotations: { 'maturity/tier': 'Tier 5 of the services that we run' },
  });
  const files = { 'a.yaml': wrong, 'b.yaml': component('b') };

  it.each([
    ['checks', 60],
    ['checks', 80],
    ['explain slo-defined', 50],
    ['explain slo-defined', 80],
    ['explain platform-capabilities-consumed', 50],
    ['advise', 50],
    ['advise', 80],
    ['lint', 50],
    ['slo availability=99.95/30d --sli 0.9996', 50],
  ])('%s fits %d columns', async (line, columns) => {
    const args = line.split(' ');
    const { out } = await runOn({ columns }, folderOf(files), ...args);
    const long = out.split('\n').filter(each => widthOf(each) > columns);
    expect(out.split('\n').length).toBeGreaterThan(1);
    expect(long).toEqual([]);
  });

  it('keep what follows the place of a finding below it', async () => {
    const { out } = await runOn({ columns: 50 }, folderOf(files), 'lint');
    const [first, ...rest] = out.trimEnd().split('\n');
    expect(first).toMatch(/^a\.yaml:1:\d+: /);
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.every(each => /^ {4}\S/.test(each))).toBe(true);
    expect(out).toMatch(/\[malformed\]\n$/);
  });
});
