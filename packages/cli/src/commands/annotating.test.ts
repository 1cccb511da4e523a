import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { removeFolders, folderOf } from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

const SHOP = `# ours
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop
  annotations:
    maturity/tier: '2' # ask Ada
spec:
  type: service
  lifecycle: production
  owner: team
`;
const SET = ['annotate', 'a.yaml', '--entity', 'shop', '--set'];

describe('maturity annotate', () => {
  it('changes the file, shows the diff alone on standard output, and says what it did', async () => {
    const folder = folderOf({ 'a.yaml': SHOP });
    chmodSync(join(folder, 'a.yaml'), 0o640);
    expect(await runIn(folder, ...SET, 'maturity/tier=1')).toEqual({
      code: 0,
      out: `--- a/a.yaml
+++ b/a.yaml
@@ -4,7 +4,7 @@
 metadata:
   name: shop
   annotations:
-    maturity/tier: '2' # ask Ada
+    maturity/tier: '1' # ask Ada
 spec:
   type: service
   lifecycle: production
`,
      messages: ['a.yaml: 1 change made.'],
    });
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(
      SHOP.replace("'2'", "'1'"),
    );
    expect(statSync(join(folder, 'a.yaml')).mode % 0o1000).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('names a file outside of the working directory from the root of its git work tree', async () => {
    const root = folderOf({ 'at home/sp ü.yaml': SHOP, 'sub/a.yaml': SHOP });
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    const line = [...SET.slice(2), 'maturity/tier=1', '--dry-run'];
    const { out, messages } = await runIn(
      join(root, 'sub'),
      ...['annotate', '../at home/sp ü.yaml', ...line],
    );
    expect(out).toMatch(
      /^--- a\/at home\/sp ü\.yaml\n\+\+\+ b\/at home\/sp ü\.yaml\n/,
    );
    expect(messages).toEqual([
      '../at home/sp ü.yaml: 1 change to make; nothing was written.',
    ]);
    execFileSync('git', ['apply'], { cwd: root, input: out });
    expect(readFileSync(join(root, 'at home/sp ü.yaml'), 'utf8')).toContain(
      "maturity/tier: '1'",
    );
  });

  it('writes nothing in a dry run, and git takes the diff', async () => {
    const folder = folderOf({
      'a.yaml': SHOP.replace(/\n/g, '\r\n').trimEnd(),
    });
    const { out, messages } = await runIn(
      folder,
      ...SET,
      'spec.dependsOn=component:a, resource:b',
      '--set',
      'maturity/ci=github-actions',
      '--remove',
      'maturity/tier',
      '--dry-run',
    );
    expect(messages).toEqual([
      'a.yaml: 3 changes to make; nothing was written.',
    ]);
    writeFileSync(join(folder, 'change.patch'), out);
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', ['apply', 'change.patch'], { cwd: folder });
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(
      `# ours
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop
  annotations:
    maturity/ci: 'github-actions'
spec:
  type: service
  lifecycle: production
  owner: team
  dependsOn:
    - component:a
    - resource:b`.replace(/\n/g, '\r\n'),
    );
  });

  it('does nothing when it is so already', async () => {
    const folder = folderOf({ 'a.yaml': SHOP });
    const { mtimeMs } = statSync(join(folder, 'a.yaml'));
    expect(await runIn(folder, ...SET, 'maturity/tier=2')).toEqual({
      code: 0,
      out: '',
      messages: ['a.yaml: it is so already, nothing to change.'],
    });
    expect(statSync(join(folder, 'a.yaml')).mtimeMs).toBe(mtimeMs);
  });

  it.each([
    [
      [...SET, 'maturity/slo=availability=100/30d'],
      'a.yaml: "maturity/slo" is refused: found "100/30d" at position 13 of "availability=100/30d"; expected an objective above 0 and below 100 with at most four decimals.',
    ],
    [
      [...SET, '__proto__=x'],
      'a.yaml: "__proto__" is refused: found "__proto__"; expected an annotation key "[prefix/]name" of letters, digits, "-", "_" and "." that no object has by itself.',
    ],
    [
      [...SET, 'tier=1'],
      '"tier" has no prefix; the annotation is "maturity/tier".',
    ],
    [
      [...SET, 'maturity/tier'],
      '--set "maturity/tier" has no key and value; expected "key=value", such as "maturity/tier=2" or "spec.owner=payments".',
    ],
    [
      ['annotate', 'a.yaml', '--entity', 'shop'],
      'Nothing to change was given; expected --set "key=value", --remove "key", or a tag or a link.',
    ],
    [
      ['annotate', 'a.yaml', '--entity', 'api:shop', '--remove', 'x'],
      'a.yaml: "api:default/shop" was not found: expected a document that holds "api:default/shop", found component:default/shop.',
    ],
    [
      ['annotate', 'b.yaml', '--entity', 'shop', '--remove', 'x'],
      'The file "b.yaml" does not exist; a catalog file was expected.',
    ],
    [
      ['annotate', '.', '--entity', 'shop', '--remove', 'x'],
      '"." is no file; a catalog file was expected.',
    ],
  ])('refuses %j and writes nothing', async (args, message) => {
    const folder = folderOf({ 'a.yaml': SHOP });
    expect(await runIn(folder, ...args)).toEqual({
      code: 2,
      out: '',
      messages: [message],
    });
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(SHOP);
  });

  it('refuses a file that is not UTF-8', async () => {
    const folder = folderOf({});
    writeFileSync(join(folder, 'a.yaml'), Buffer.from([0x61, 0x3a, 0xff]));
    const { code, messages } = await runIn(folder, ...SET, 'maturity/tier=1');
    expect([code, messages]).toEqual([
      2,
      ['The file "a.yaml" is not UTF-8; a catalog file in UTF-8 was expected.'],
    ]);
  });

  it('follows a link inside the tree and keeps it, and none that leads out', async () => {
    const folder = folderOf({ 'tree/real.yaml': SHOP, 'outside.yaml': SHOP });
    const tree = join(folder, 'tree');
    mkdirSync(join(tree, '.git'));
    symlinkSync('real.yaml', join(tree, 'a.yaml'));
    expect((await runIn(tree, ...SET, 'maturity/tier=1')).code).toBe(0);
    expect(realpathSync(join(tree, 'a.yaml'))).toBe(join(tree, 'real.yaml'));
    expect(readFileSync(join(tree, 'real.yaml'), 'utf8')).toContain("'1'");

    symlinkSync('../outside.yaml', join(tree, 'b.yaml'));
    const { code, messages } = await runIn(
      tree,
      'annotate',
      'b.yaml',
      '--entity',
      'shop',
      '--set',
      'maturity/tier=1',
    );
    expect(code).toBe(2);
    expect(messages[0]).toMatch(
      /^The file "b.yaml" is a link to .* outside of/,
    );
    expect(readFileSync(join(folder, 'outside.yaml'), 'utf8')).toBe(SHOP);
  });

  it('leaves the file as it was when it cannot be written', async () => {
    const folder = folderOf({ 'a.yaml': SHOP });
    // A name that leaves no room for the one of the file beside it.
    const long = `${'x'.repeat(240)}.yaml`;
    writeFileSync(join(folder, long), SHOP);
    const { code, messages } = await runIn(
      folder,
      'annotate',
      long,
      '--entity',
      'shop',
      '--set',
      'maturity/tier=1',
    );
    expect(code).toBe(2);
    expect(messages[0]).toMatch(
      /could not be written and is as it was: ENAMETOOLONG/,
    );
    expect(readFileSync(join(folder, long), 'utf8')).toBe(SHOP);
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', long]);
  });
});

const TEAMS = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: team }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ada }
spec: { memberOf: [team] }
`;

describe('maturity fix', () => {
  const files = {
    'shop/catalog-info.yaml': SHOP.replace('owner: team', 'owner: user:ada'),
    'cart/catalog-info.yaml': SHOP.replace('shop', 'cart').replace(
      "'2' # ask Ada",
      '2',
    ),
    'org.yaml': TEAMS,
  };

  it('makes what needs no decision, in every file, and then has nothing left to make', async () => {
    const folder = folderOf(files);
    const dry = await runIn(folder, 'fix', '--dry-run');
    expect(dry.code).toBe(1);
    expect(readFileSync(join(folder, 'cart/catalog-info.yaml'), 'utf8')).toBe(
      files['cart/catalog-info.yaml'],
    );
    const wet = await runIn(folder, 'fix');
    expect(wet.out).toBe(dry.out);
    expect(wet.messages.at(-1)).toBe('2 changes made.');
    expect(readFileSync(join(folder, 'cart/catalog-info.yaml'), 'utf8')).toBe(
      files['cart/catalog-info.yaml'].replace('tier: 2', "tier: '2'"),
    );
    expect(readFileSync(join(folder, 'shop/catalog-info.yaml'), 'utf8')).toBe(
      files['shop/catalog-info.yaml'].replace('user:ada', 'team'),
    );
    const again = await runIn(folder, 'fix', '--dry-run');
    expect([again.code, again.out]).toEqual([0, '']);
    expect((await runIn(folder, 'lint')).code).toBe(0);
  });

  it('keeps to one check, and says what a person has to give', async () => {
    const folder = folderOf(files);
    const { code, out, messages } = await runIn(
      folder,
      'fix',
      '--check',
      'runbook-linked',
      '--check',
      'api-documented',
      'shop',
      'org.yaml',
    );
    expect([code, out, messages]).toEqual([
      0,
      '',
      [
        'runbook-linked of component:default/shop needs a value: maturity annotate shop/catalog-info.yaml --entity component:default/shop --set maturity/runbook=./docs/runbook.md',
        'api-documented of component:default/shop needs a value: maturity annotate shop/catalog-info.yaml --entity component:default/shop --set spec.providesApis=...',
        'No change made.',
      ],
    ]);
  });

  it('tells what it could not edit and makes the rest', async () => {
    const folder = folderOf({
      'b.yaml': `${SHOP.replace('shop', 'cart').replace("'2'", 'Tier 2')}---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: bag
  annotations: { maturity/tier: &u Tier 3, other.io/x: *u }
spec: { type: service, lifecycle: production, owner: team }
`,
    });
    const { code, out, messages } = await runIn(folder, 'fix', 'b.yaml');
    expect(code).toBe(1);
    expect(out).toContain("+    maturity/tier: '2' # ask Ada");
    expect(messages).toContain(
      'b.yaml:17:36: "metadata.annotations.maturity/tier" cannot be changed: found an anchor that other places repeat; expected a value that stands at one place only; write it out here first.',
    );
    expect(messages.at(-1)).toBe(
      '1 change made. 1 entity could not be edited.',
    );
  });

  it('refuses a check that does not exist', async () => {
    const { code, messages } = await runIn(
      folderOf(files),
      'fix',
      '--check',
      'nothing',
    );
    expect([code, messages]).toEqual([
      2,
      [
        '--check "nothing": there is no such check. Run "maturity checks" to see them all.',
      ],
    ]);
  });
});
