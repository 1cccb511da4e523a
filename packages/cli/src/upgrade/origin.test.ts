import { blobId, type FileContent } from './files';
import { readOrigin, recordFiles } from './origin';

const HEAD = `# A comment.
template: node-service
version: 3.1.0
portal: https://portal.acme.test
answers:
  name: checkout
  dependsOn: []
`;
const ID = 'ce013625030ba8dba906f756967f9e9ca394464a';

function file(text: string, executable = false): FileContent {
  return { bytes: Buffer.from(text), executable };
}

describe('.golden-path.yaml', () => {
  it('is read', () => {
    expect(
      readOrigin(`${HEAD}files:\n  a.txt: ${ID}\n  run.sh: ${ID} executable\n`),
    ).toEqual({
      template: 'template:default/node-service',
      version: '3.1.0',
      portal: 'https://portal.acme.test',
      answers: { name: 'checkout', dependsOn: [] },
      files: new Map([
        ['a.txt', { id: ID, executable: false }],
        ['run.sh', { id: ID, executable: true }],
      ]),
    });
    expect(readOrigin(HEAD).files).toBeUndefined();
  });

  it('records files with the ids of git, and itself not, whatever their names', () => {
    const made = new Map([
      ['run.sh', file('hello\n', true)],
      ['a.txt', file('hello\n')],
      ['.golden-path.yaml', file(HEAD)],
      ['odd: #name', file('')],
      ['__proto__', file('x')],
    ]);
    const text = recordFiles(HEAD, made);
    expect(text.startsWith(HEAD)).toBe(true);
    const { files } = readOrigin(text);
    expect([...(files ?? [])]).toEqual([
      ['__proto__', { id: blobId(Buffer.from('x')), executable: false }],
      ['a.txt', { id: ID, executable: false }],
      [
        'odd: #name',
        { id: 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391', executable: false },
      ],
      ['run.sh', { id: ID, executable: true }],
    ]);
    expect(recordFiles(text, made)).toBe(text);
  });

  it.each([
    ['no YAML', 'a: [', 'one YAML document was expected'],
    ['two documents', `${HEAD}---\na: 1\n`, 'there are 2'],
    ['no template', 'version: 1.0.0\nanswers: {}\n', '"template" is null'],
    [
      'another kind',
      HEAD.replace('node-service', 'component:default/x'),
      '"template" is "component:default/x"',
    ],
    ['no version', HEAD.replace('3.1.0', 'three'), '"version" is "three"'],
    ['no answers', HEAD.replace('answers', 'others'), '"answers" is missing'],
    [
      'an answer that is no parameter',
      HEAD.replace('name:', '__proto__:'),
      'the answer "__proto__"',
    ],
    ['a list of files', `${HEAD}files: [a]\n`, '"files" is no list'],
    ['an id that is none', `${HEAD}files: {a: 1}\n`, 'has the id 1;'],
    [
      'a path that leaves the service',
      `${HEAD}files: {../a: ${ID}}\n`,
      'names the file "../a"',
    ],
    [
      'a path into the history',
      `${HEAD}files: {.git/config: ${ID}}\n`,
      'names the file ".git/config"',
    ],
    ['an absolute path', `${HEAD}files: {/a: ${ID}}\n`, 'names the file "/a"'],
  ])('is refused with %s', (_, text, words) => {
    expect(() => readOrigin(text)).toThrow(words);
  });
});
