import { runIn } from '../testing/terminal.fixture';
import {
  component,
  folderOf,
  removeFolders,
  TEAM,
} from '../testing/temporaryFolder.fixture';
import { sarifText } from './sarifText';

afterAll(removeFolders);

describe('sarifText', () => {
  it.each([
    ['plain (text).', 'plain (text).'],
    ['[here](https://evil.test)', '\\[here\\](https://evil.test)'],
    ['a\\](b)', 'a\\\\\\](b)'],
    ['{0} of ${{ all }}', '{{0}} of ${{{{ all }}}}'],
  ])('writes %j so that it is no link and no argument', (text, expected) => {
    expect(sarifText(text)).toBe(expected);
  });
});

describe('the SARIF of a catalog that speaks its language', () => {
  const files = {
    'a.yaml': component('shop', {
      annotations: { 'maturity/tier': '[here](https://evil.test) {0}' },
    }),
    'team.yaml': TEAM,
  };

  it.each(['score', 'lint'])(
    'has no link and no argument in %s',
    async name => {
      const { out } = await runIn(folderOf(files), name, '--format', 'sarif');
      const texts: string[] = JSON.parse(out).runs[0].results.map(
        (each: { message: { text: string } }) => each.message.text,
      );
      const [text] = texts.filter(each => each.includes('evil.test'));
      expect(text).toContain('\\[here\\](https://evil.test) {{0}}');
    },
  );
});
