import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, removeFolders } from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

const SHOP = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop
  tags:
    - java # the old part
    - web
  links:
    - url: https://wiki.acme.test/shop
      title: Wiki
      type: wiki
spec:
  type: service
  lifecycle: production
  owner: team
  dependsOn: [component:default/stock]
`;

async function annotated(...options: string[]) {
  const folder = folderOf({ 'a.yaml': SHOP });
  const line = ['annotate', 'a.yaml', '--entity', 'shop', ...options];
  const outcome = await runIn(folder, ...line);
  return { ...outcome, text: readFileSync(join(folder, 'a.yaml'), 'utf8') };
}

describe('maturity annotate, of lists', () => {
  it('adds and removes tags and links', async () => {
    const { code, text } = await annotated(
      '--add-tag=go',
      '--remove-tag=web',
      '--set-link=runbook=https://wiki.acme.test/shop/runbook?a=b',
      '--remove-link=wiki',
    );
    expect(code).toBe(0);
    expect(text).toBe(
      SHOP.replace('    - web\n', '    - go\n').replace(
        `    - url: https://wiki.acme.test/shop
      title: Wiki
      type: wiki
`,
        `    - url: 'https://wiki.acme.test/shop/runbook?a=b'
      type: 'runbook'
`,
      ),
    );
  });

  it('keeps the other fields of a link whose type it knows', async () => {
    const { text } = await annotated('--set-link=wiki=https://new.acme.test/');
    expect(text).toBe(
      SHOP.replace('https://wiki.acme.test/shop', 'https://new.acme.test/'),
    );
  });

  it('takes an address without a type, and removes by it', async () => {
    const { text } = await annotated(
      '--set-link=https://chat.acme.test/shop',
      '--remove-link=https://wiki.acme.test/shop',
    );
    expect(text).toContain("    - url: 'https://chat.acme.test/shop'\n");
    expect(text).not.toContain('wiki');
  });

  it('sets a list of references', async () => {
    const { text } = await annotated(
      '--set=spec.dependsOn=component:default/stock, resource:default/db',
    );
    expect(text).toBe(
      SHOP.replace('default/stock]', "default/stock, 'resource:default/db']"),
    );
  });

  it.each([
    ['a tag with capitals', '--add-tag=Go', 'a tag of lower-case letters'],
    ['a link that is no address', '--set-link=wiki=shop', 'http(s) URL'],
  ])('refuses %s', async (_, option, words) => {
    const { code, messages, text } = await annotated(option);
    expect(code).toBe(2);
    expect(messages.join('\n')).toContain(words);
    expect(text).toBe(SHOP);
  });
});
