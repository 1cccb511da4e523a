import { OWN_KEYS } from '../../entity';
import { BUILT_IN_CHECKS } from '../builtInChecks';
import { annotationsReference } from './annotationsReference';
import { applicabilityText } from './applicabilityText';
import { checksReference } from './checksReference';

function sectionOf(page: string, heading: string): string {
  const start = page.indexOf(`${heading}\n`);
  expect(start).toBeGreaterThanOrEqual(0);
  const end = page.indexOf('\n## ', start + heading.length);
  return page.slice(start, end < 0 ? undefined : end);
}

describe('annotationsReference', () => {
  const page = annotationsReference();

  it('has a section for every key', () => {
    for (const { key, example, meaning } of OWN_KEYS) {
      const text = sectionOf(page, `## \`${key}\``);
      expect(text).toContain(meaning);
      expect(text).toContain(JSON.stringify(example));
    }
  });

  it('names the checks that read a key and those that it puts in scope', () => {
    const tier = sectionOf(page, '## `maturity/tier`');
    expect(tier).toContain(
      '- Read by: [`tier-declared`](checks.md#tier-declared)',
    );
    expect(tier).toMatch(/Decides whether these apply:.*`redundancy-declared`/);
    expect(sectionOf(page, '## `maturity/slo`')).not.toContain('slo-spec`](');
    expect(sectionOf(page, '## `maturity/compliance`')).toContain(
      '- Decides whether these apply: [`audit-trail`](checks.md#audit-trail)',
    );
  });

  it('knows a reader of every key that some check needs', () => {
    const unread = OWN_KEYS.filter(({ key }) => {
      const text = sectionOf(page, `## \`${key}\``);
      return !/Read by|Decides whether/.test(text);
    }).map(({ name }) => name);
    expect(unread).toEqual(['slo-service', 'exempt.<check-id>']);
  });
});

describe('checksReference', () => {
  const page = checksReference();

  it('has every check once, with all that it asks', () => {
    for (const { definition } of BUILT_IN_CHECKS) {
      const parts = page.split(`#### ${definition.id}\n`);
      expect(parts).toHaveLength(2);
      const [text] = parts[1].split('\n####');
      expect(text).toContain(`**${definition.title}**`);
      expect(text).toContain(`- Passes: ${definition.passes}`);
      expect(text).toContain(`- Fails: ${definition.fails}`);
      expect(text).toContain(`- Remedy: ${definition.remedy}`);
      expect(text).toContain(`- Source: ${definition.source}`);
    }
  });

  it('goes by track and level', () => {
    const headings = page
      .split('\n')
      .filter(line => /^##{1,2} /.test(line))
      .map(line => line.replace(/^#+ /, ''));
    expect(headings).toEqual([
      'Where checks apply',
      ...['DevOps', 'SRE', 'Platform Engineering'].flatMap(track => [
        track,
        `${track}, level 1: Bronze`,
        `${track}, level 2: Silver`,
        `${track}, level 3: Gold`,
        `${track}, level 4: Platinum`,
      ]),
    ]);
  });

  it('is one page that ends with one line break', () => {
    expect(page).toMatch(/^# Checks\n/);
    expect(page).toMatch(/[^\n]\n$/);
    expect(page).not.toContain('undefined');
  });
});

describe('applicabilityText', () => {
  it('puts every code of the built-in checks in words', () => {
    for (const { definition } of BUILT_IN_CHECKS) {
      expect(applicabilityText(definition.applies)).not.toBe(
        definition.applies,
      );
    }
  });

  it('leaves the predicate of an own check as it is', () => {
    expect(applicabilityText('`kind` is "Component"')).toBe(
      '`kind` is "Component"',
    );
    expect(applicabilityText('constructor')).toBe('constructor');
  });
});
