import {
  createCatalogGraph,
  createDefinitionSet,
  createEntityView,
  evaluate,
  scoreEntity,
} from '@backstage-maturity/plugin-maturity-common';
import { scoreMarkdown } from './scoreMarkdown';

const definitions = createDefinitionSet();

/** The Markdown of a component that says the same text wherever it can. */
function markdownOf(parts: { title?: string; name?: string; text?: string }) {
  const { title = 'a', name = 'a', text = '' } = parts;
  const view = createEntityView({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: { 'maturity/tier': text, 'maturity/ci': text },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
  });
  const graph = createCatalogGraph([view]);
  const results = evaluate(view, { graph, definitions, facts: {}, now: 0 });
  const card = scoreEntity(view, results, { definitions, graph });
  const entity = { card, title, file: 'a.yaml', line: 1 };
  return scoreMarkdown([entity], definitions);
}

const HOSTILE: readonly [string, string][] = [
  ['# Heading', '\\# Heading'],
  ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
  ['![x](https://evil.test/x.png)', '!\\[x\\](https://evil.test/x.png)'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['a | b\r\n| c | d |', 'a \\| b \\| c \\| d \\|'],
  ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
  ['back\\slash \\<b>', 'back\\\\slash \\\\&lt;b&gt;'],
  ['ask @acme/everybody', 'ask @\u2060acme/everybody'],
  ['a\n\n---\n\n## b', 'a --- \\#\\# b'],
  ['a\u001b[31m\u202eb', 'a?\\[31m?b'],
];

describe('scoreMarkdown', () => {
  it.each(HOSTILE)('writes the title %j as plain words', (title, words) => {
    expect(markdownOf({ title }).split('\n')[0]).toBe(`## ${words}`);
  });

  it.each(HOSTILE)('writes the value %j as plain words', (text, words) => {
    const lines = markdownOf({ text }).split('\n');
    const reason = lines.find(line => line.includes('(`tier-declared`)'));

    expect(reason).toContain(`says "${words}"`);
    expect(lines.join('\n')).not.toMatch(/<[a-z/!]/i);
    expect(lines.filter(line => /^(#|---|\| c)/.test(line))).toEqual(['## a']);
  });

  it.each([
    ['a', '`component:default/a`'],
    ['a` <b>``\n# x', '``` component:default/a` <b>`` # x ```'],
  ])('writes the name %j as code', (name, code) => {
    const [, , line] = markdownOf({ name }).split('\n');

    expect(line).toMatch(/ · stage starting → sre$/);
    expect(line.split(' · ')[0]).toBe(code);
  });
});
