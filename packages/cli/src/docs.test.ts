import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  BUILT_IN_CHECKS,
  createCatalogGraph,
  createDefinitionSet,
  evaluate,
} from '@backstage-maturity/plugin-maturity-common';
import { parse } from 'yaml';

const ROOT = resolve(__dirname, '../../..');
const DOCS = join(ROOT, 'docs');

function read(file: string): string {
  return readFileSync(join(DOCS, file), 'utf8');
}

/** The YAML examples of a page; `wrong` ones show mistakes. */
function examples(file: string, word: 'yaml' | 'yaml wrong'): string[] {
  const fence = new RegExp(`^\`\`\`${word}\\n([\\s\\S]*?)^\`\`\`$`, 'gm');
  return [...read(file).matchAll(fence)].map(match => match[1]);
}

function definitionsOf(example: string) {
  return createDefinitionSet(parse(example).maturity);
}

function pages(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return pages(path);
    }
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

describe('docs/writing-checks.md', () => {
  const page = 'writing-checks.md';

  it.each(examples(page, 'yaml'))(
    'shows a configuration without mistakes: %s',
    example => {
      expect(definitionsOf(example).problems).toEqual([]);
    },
  );

  it('shows both mistakes of its wrong example', () => {
    const [example] = examples(page, 'yaml wrong');
    const { problems, checks } = definitionsOf(example);
    expect(problems.map(problem => problem.path)).toEqual([
      'maturity.checks.threat-model.track',
      'maturity.checks.threat-model.pass.metadata.annotations.acme.com/threat-model',
    ]);
    expect(checks).toHaveLength(48);
  });

  it.each([
    ['450', 'pass'],
    ['501', 'fail'],
    ['0', 'pass'],
    ['small', 'unknown'],
    [undefined, 'unknown'],
  ])('judges the size %j of a page as %s', (size, status) => {
    const example = examples(page, 'yaml').find(each =>
      each.includes('bundle-size'),
    );
    const definitions = definitionsOf(example ?? '');
    const annotations: Record<string, string> =
      size === undefined ? {} : { 'acme.com/bundle-kb': size };
    const graph = createCatalogGraph([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'shop', annotations },
        spec: { type: 'website', lifecycle: 'production', owner: 'web' },
      },
    ]);
    const [view] = graph.all('component');
    const results = evaluate(view, { graph, definitions, facts: {}, now: 0 });
    expect(results.find(each => each.check === 'bundle-size')?.status).toBe(
      status,
    );
  });
});

describe('docs/configuration.md', () => {
  it.each(examples('configuration.md', 'yaml'))(
    'shows a configuration without mistakes: %s',
    example => {
      expect(definitionsOf(example).problems).toEqual([]);
    },
  );
});

describe('docs/article.md', () => {
  const rows = new Map(
    [...read('article.md').matchAll(/^\| (\d+) +\|[^|]*\|(.*)\|$/gm)].map(
      ([, number, place]) => [Number(number), place] as const,
    ),
  );

  it('has all 82 claims in order', () => {
    expect([...rows.keys()]).toEqual(
      Array.from({ length: 82 }, (_, index) => index + 1),
    );
  });

  it('names every check at each claim that it carries', () => {
    const missing = BUILT_IN_CHECKS.flatMap(({ definition: { id, claims } }) =>
      claims
        .filter(claim => !rows.get(claim)?.includes(`\`${id}\``))
        .map(claim => `${id} at ${claim}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('links between the pages', () => {
  it.each(pages(DOCS).map(path => path.slice(DOCS.length + 1)))(
    '%s points at files that exist',
    page => {
      const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(
        match => match[1],
      );
      const broken = links.filter(link => {
        try {
          readFileSync(resolve(DOCS, dirname(page), link));
          return false;
        } catch {
          return true;
        }
      });
      expect(broken).toEqual([]);
    },
  );
});
