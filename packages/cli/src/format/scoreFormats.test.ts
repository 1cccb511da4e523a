import { SHOP } from '../testing/scoreOutput.fixture';
import {
  component,
  folderOf,
  removeFolders,
  TEAM,
} from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

describe('maturity score --format', () => {
  const files = {
    'svc/catalog info.yaml': `# shop\n${SHOP}`,
    'team.yaml': TEAM,
  };

  it('shows ladders, what blocks the next level, and remedies as text', async () => {
    const { out } = await runIn(folderOf(files), 'score');
    expect(out).toContain('component:default/shop · svc/catalog info.yaml:2');
    expect(out).toMatch(/DevOps +▮▯▯▯ {2}Bronze \(1 of 4\) +score \d+%/);
    expect(out).toContain('DevOps to Silver');
    expect(out).toContain('? Tests run before deployment  automated-tests');
    expect(out).toContain(
      '→ Tell us, or start: Run automated tests in the pipeline',
    );
    expect(out).not.toContain('\u001b');
  });

  it('shows the same in ASCII', async () => {
    const { out } = await runIn(folderOf(files), 'score', '--ascii');
    expect(out).toMatch(/DevOps +#--- /);
    expect(out).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('shows many entities as a table', async () => {
    const many = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map(name => [`${name}.yaml`, component(name)]),
    );
    const { out } = await runIn(folderOf(many), 'score');
    expect(out).toMatch(
      /^component +DevOps +SRE +Platform Engineering +stage +next\na +▯▯▯▯/,
    );
    expect(out).toContain('4 components. What blocks most of them:');
  });

  it('keeps control characters and markup of catalog values out of the result', async () => {
    const title = 'Evil \u001b[31m\u0007 <img src=x> | `code` \u202e';
    const entity = JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'evil',
        title,
        annotations: { 'maturity/tier': '\u001b[2J\r\n9' },
      },
      spec: { type: 'service', lifecycle: '\u001b]0;x\u0007', owner: 'team' },
    });
    const text = await runIn(folderOf({ 'a.yaml': entity }), 'score');
    const shown = text.out + text.messages.join('\n');
    expect(
      [...shown].filter(char => char !== '\n' && /\p{C}/u.test(char)),
    ).toEqual([]);
    const markdown = await runIn(
      folderOf({ 'a.yaml': entity }),
      'score',
      '--format',
      'markdown',
    );
    for (const format of ['json', 'sarif']) {
      const { out } = await runIn(
        folderOf({ 'a.yaml': entity.replace('prod', '\u009b2J\u2028') }),
        'score',
        '--format',
        format,
      );
      expect(out).not.toMatch(/[^\n\P{Cc}]|\u2028/u);
      expect(JSON.parse(out)).toBeTruthy();
    }
    expect(markdown.out).toContain(
      '## Evil ?\\[31m? &lt;img src=x&gt; \\| \\`code\\` ?',
    );
  });

  it('survives values of a megabyte and prototype keys', async () => {
    const big = 'x'.repeat(1024 * 1024);
    const entity = component('big', {
      annotations: {
        'maturity/slo': big,
        'maturity/tier': big,
        constructor: 'x',
        'maturity/ci': '__proto__',
      },
    });
    const { out, code } = await runIn(folderOf({ 'a.yaml': entity }), 'score');
    expect(code).toBe(0);
    expect(out.length).toBeLessThan(20_000);
  });

  it('writes Markdown with a table of tracks', async () => {
    const { out } = await runIn(
      folderOf(files),
      'score',
      '--format',
      'markdown',
    );
    expect(out).toContain('| track | level | score | coverage | proven |');
    expect(out).toMatch(/\| DevOps \| ▮▯▯▯ Bronze \(1 of 4\) \| \d+% \|/);
    expect(out).toContain('**DevOps to Silver**');
  });

  it('writes Markdown in ASCII', async () => {
    const { out } = await runIn(
      folderOf({
        ...files,
        'svc/catalog info.yaml': SHOP.replace('"1"', '"@all"'),
      }),
      ...['score', '--format', 'markdown', '--ascii'],
    );
    expect(out).toContain('maturity/tier says "@ all"');
    expect(out).toMatch(/\| DevOps \| #--- Bronze \(1 of 4\) \| \d+% \|/);
    expect(out).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('writes SARIF with the place in the catalog file', async () => {
    const { out } = await runIn(folderOf(files), 'score', '--format', 'sarif');
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0].tool.driver.rules).toHaveLength(48);
    const result = log.runs[0].results.find(
      (each: { ruleId: string }) => each.ruleId === 'automated-tests',
    );
    expect(result).toMatchObject({
      level: 'note',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'svc/catalog%20info.yaml' },
            region: { startLine: 2 },
          },
        },
      ],
      partialFingerprints: {
        'entityAndCheck/v1': 'component:default/shop#automated-tests',
      },
    });
    expect(log.runs[0].tool.driver.rules[result.ruleIndex].id).toBe(
      'automated-tests',
    );
    expect(
      new Set(log.runs[0].results.map((each: { level: string }) => each.level)),
    ).toEqual(new Set(['warning', 'note']));
  });

  it('refuses other formats', async () => {
    const { code, messages } = await runIn(
      folderOf(files),
      'score',
      '--format',
      'xml',
    );
    expect(code).toBe(2);
    expect(messages.join('\n')).toContain(
      'Allowed choices are text, json, markdown, sarif',
    );
  });
});
