import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RULES } from '../annotate/findings';
import { folderOf, removeFolders } from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

const ROOT = resolve(__dirname, '../../../..');
const WRONG = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop
  annotations:
    maturity/tier: 'Tier 5'
    maturity/cd: "Git Ops"
spec: { type: service, lifecycle: production, owner: team }
`;

/** File (below a folder), line, column and rule of each line. */
function places(out: string, folder: string): string[] {
  return out
    .trimEnd()
    .split('\n')
    .map(line => {
      const [, place] = /^([^ ]+): /.exec(line) ?? [];
      const [, rule] = /\[([a-z-]+)\]$/.exec(line) ?? [];
      return `${place.slice(folder.length + 1)} ${rule}`;
    });
}

describe('maturity lint', () => {
  it('says file, line, column, what is wrong and what is probably meant', async () => {
    const folder = folderOf({ 'a.yaml': WRONG });
    expect(await runIn(folder, 'lint')).toEqual({
      code: 1,
      out: [
        'a.yaml:6:20: "maturity/tier" cannot be read at "Tier 5"; one of 1, 2, 3, 4 was expected. [malformed]\n',
        'a.yaml:7:18: "maturity/cd" cannot be read at "Git Ops"; one of continuous, gitops, automated was expected. Probably "gitops" is meant. [malformed]\n',
      ].join(''),
      messages: ['2 findings in 1 of 1 file.'],
    });
  });

  it('gives the same as JSON', async () => {
    const folder = folderOf({ 'a.yaml': WRONG });
    const { code, out } = await runIn(folder, 'lint', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      findings: [
        {
          rule: 'malformed',
          file: 'a.yaml',
          line: 6,
          column: 20,
          entityRef: 'component:default/shop',
          message:
            '"maturity/tier" cannot be read at "Tier 5"; one of 1, 2, 3, 4 was expected.',
          repair: null,
        },
        expect.objectContaining({ line: 7, column: 18, repair: 'gitops' }),
      ],
    });
  });

  it('gives the same as SARIF, with the place and the rule', async () => {
    const folder = folderOf({ 'a b.yaml': WRONG });
    const { out } = await runIn(folder, 'lint', '--format', 'sarif');
    const log = JSON.parse(out);
    const [{ results, tool }] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(results).toHaveLength(2);
    expect(results[0]).toMatchObject({
      ruleId: 'malformed',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b.yaml' },
            region: { startLine: 6, startColumn: 20 },
          },
        },
      ],
    });
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe('malformed');
  });

  it('finds nothing in a file that is right', async () => {
    const folder = folderOf({
      'a.yaml': WRONG.replace('Tier 5', '1').replace('Git Ops', 'gitops'),
    });
    expect(await runIn(folder, 'lint', 'a.yaml')).toEqual({
      code: 0,
      out: '',
      messages: ['1 file, nothing wrong.'],
    });
  });

  it('takes no template for broken YAML, unless it was named', async () => {
    const folder = folderOf({
      'chart.yaml': 'kind: Pod\nspec:\n  {{- if .Values.on }}\n  a: 1\n',
    });
    expect(await runIn(folder, 'lint')).toMatchObject({ code: 0, out: '' });
    expect(await runIn(folder, 'lint', 'chart.yaml')).toMatchObject({
      code: 1,
    });
  });

  it('points at an alias without an anchor', async () => {
    const folder = folderOf({
      'a.yaml': WRONG.replace("'Tier 5'", '*nope'),
    });
    const { code, out } = await runIn(folder, 'lint', 'a.yaml');
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.yaml:6:\d+: .*Unresolved alias/);
  });

  it('ends with 2 when a path does not exist', async () => {
    const { code, out } = await runIn(folderOf({}), 'lint', 'nowhere.yaml');
    expect([code, out]).toEqual([2, '']);
  });

  it('finds everything for which the catalog rejects an entity, at its place, and says it once', async () => {
    const head = 'apiVersion: backstage.io/v1alpha1\nkind: API\n';
    const spec =
      'spec:\n  type: openapi\n  lifecycle: production\n  owner: team\n';
    const folder = folderOf({
      'field.yaml': `${head}metadata: {name: a}\nspecs: {}\n${spec}`,
      'label.yaml': `${head}metadata: {name: b, labels: {x: 1}}\n${spec}`,
      'text.yaml': `${head}metadata: {name: c}\n${spec}  definition:\n    $text: ./no.yaml\n`,
      'open.yaml': 'a: [[\n',
      'target.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: l}\nspec: {targets: [./no.yaml]}\n',
    });
    const { code, out } = await runIn(folder, 'lint');
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.map(line => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'field.yaml:4:1: specs',
      'label.yaml:3:30: metadata.labels.x',
      'open.yaml:2:1: This is not well-formed YAML',
      'target.yaml:4:18: spec.targets.0',
      'text.yaml:8:3: spec.definition',
    ]);
  });

  it('says clearly what is wrong with the files that are wrong on purpose', async () => {
    const { code, out } = await runIn(ROOT, 'lint', 'examples/.broken');
    expect(code).toBe(1);
    expect(places(out, 'examples/.broken')).toEqual([
      'broken-yaml.yaml:10:1 yaml',
      'duplicates.yaml:11:9 duplicate-entity',
      'hostile-values.yaml:7:20 empty',
      'hostile-values.yaml:10:21 malformed',
      'hostile-values.yaml:11:19 malformed',
      'hostile-values.yaml:13:23 malformed',
      'hostile-values.yaml:17:23 malformed',
      'hostile-values.yaml:18:23 empty',
      'hostile-values.yaml:19:29 malformed',
      'hostile-values.yaml:20:32 malformed',
      'hostile-values.yaml:23:26 malformed',
      'hostile-values.yaml:49:5 catalog',
      'impossible-dates.yaml:8:32 malformed',
      'impossible-dates.yaml:9:29 malformed',
      'impossible-dates.yaml:19:32 future',
      'impossible-dates.yaml:20:29 malformed',
      'malformed-slos.yaml:7:32 malformed',
      'malformed-slos.yaml:16:36 malformed',
      'malformed-slos.yaml:26:42 malformed',
      'malformed-slos.yaml:35:42 malformed',
      'malformed-slos.yaml:44:37 malformed',
      'malformed-slos.yaml:45:19 malformed',
      'missing-owner.yaml:6:1 catalog',
      'missing-owner.yaml:16:29 not-text',
      'unknown-kind.yaml:2:1 catalog',
    ]);
    // Control characters and reordering marks of the files reach no terminal.
    expect(out).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
  });

  it('finds in the demo organization what is wrong there on purpose, and nothing else', async () => {
    const { out } = await runIn(ROOT, 'lint', 'examples', 'catalog-info.yaml');
    expect(places(out, 'examples')).toEqual([
      'systems/booking.yaml:165:23 placeholder',
      'systems/booking.yaml:167:31 malformed',
      'systems/customer-portal.yaml:154:21 malformed',
      'systems/customs.yaml:28:29 malformed',
      'systems/customs.yaml:33:5 unknown-key',
      'systems/customs.yaml:70:32 malformed',
      'systems/customs.yaml:76:19 malformed',
      'systems/customs.yaml:83:20 malformed',
      'systems/notifications.yaml:85:19 malformed',
      'systems/notifications.yaml:86:32 malformed',
      'systems/notifications.yaml:118:26 malformed',
      'systems/payments.yaml:92:32 future',
      'systems/route-planning.yaml:36:29 malformed',
      'systems/warehouse.yaml:66:34 malformed',
      'systems/warehouse.yaml:70:32 malformed',
      'systems/warehouse.yaml:118:20 malformed',
      'systems/warehouse.yaml:121:24 placeholder',
    ]);
  });

  it('is told rule by rule, with a finding of the demo organization, in docs/annotating.md', async () => {
    const page = readFileSync(join(ROOT, 'docs/annotating.md'), 'utf8');
    const told = [...page.matchAll(/^\| `([a-z][a-z-]*)` +\|/gm)].map(
      ([, rule]) => rule,
    );
    expect(told.sort()).toEqual(Object.keys(RULES).sort());
    const [example] = /^examples\/.*\[malformed\]$/m.exec(page) ?? [];
    const { out } = await runIn(ROOT, 'lint', 'examples');
    expect(out.split('\n')).toContain(example);
  });
});
