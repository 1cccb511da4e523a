import { folderOf, removeFolders } from '../testing/temporaryFolder.fixture';
import { like } from '../testing/loadFiles.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

const withConfig = (text: string) =>
  runIn(folderOf({ 'app.yaml': text }), 'checks', '--config', 'app.yaml');

describe('--config', () => {
  it.each([
    ['app: {}\nmaturity:\n  a: [1', /^app\.yaml:\d: YAML was expected: /],
    [
      'maturity: {}\nmaturity: {}\n',
      /^app\.yaml:2: YAML was expected: Map keys must be unique/,
    ],
    [
      'maturity: {}\n---\nmaturity: {}\n',
      'app.yaml:2: A second document begins here; a configuration has one.',
    ],
    ['- maturity\n', 'app.yaml:1: A map with the key "maturity" was expected.'],
    ['maturity: *nope\n', /^app\.yaml:1: YAML was expected: Unresolved alias/],
  ])('refuses %j', async (text, message) => {
    const { code, out, messages } = await withConfig(text);
    expect([code, out]).toEqual([2, '']);
    expect(messages).toEqual([like(message)]);
  });

  it.each([
    [
      'maturity:\n  checks:\n    owner-assigned:\n      weight: heavy\n',
      /^app\.yaml:4: maturity\.checks\.owner-assigned\.weight/,
    ],
    [
      'app: {}\nmaturity:\n  checks:\n    acme.com/x: 1\n',
      /^app\.yaml:4: maturity\.checks\.acme\.com\/x/,
    ],
    [
      'maturity:\n  tracks:\n    - id: devops\n    - id: sre\n      levels: 4\n',
      /^app\.yaml:5: maturity\.tracks\[1\]\.levels/,
    ],
    [
      'maturity:\n  tracks:\n    - id: devops\n    - id: own\n',
      /^app\.yaml:4: maturity\.tracks\[1\]\./,
    ],
  ])('says the line of what is wrong in %j', async (text, message) => {
    const { code, messages } = await withConfig(text);
    expect(code).toBe(2);
    expect(messages[0]).toMatch(message);
  });

  it('says the line of what is wrong for the advisor', async () => {
    const text = 'maturity:\n  advisor:\n    manyStacks: few\n';
    const { code, messages } = await runIn(
      folderOf({ 'app.yaml': text }),
      ...['advise', '--config', 'app.yaml'],
    );
    expect(code).toBe(2);
    expect(messages).toContainEqual(
      expect.stringMatching(/^app\.yaml:3: maturity\.advisor\.manyStacks/),
    );
  });

  it.each(['', 'app: {}\n', '# nothing\n'])(
    'says that there is nothing for it in %j',
    async text => {
      const { code, out, messages } = await withConfig(text);
      expect(code).toBe(0);
      expect(out).toContain('owner-assigned');
      expect(messages).toEqual([
        'app.yaml: There is no section "maturity", so the built-in definitions count.',
      ]);
    },
  );
});
