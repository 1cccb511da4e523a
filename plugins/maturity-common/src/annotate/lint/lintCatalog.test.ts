import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BUILT_IN_CHECKS } from '../../checks';
import { OWN_KEYS } from '../../entity';
import { editEntity } from '../editEntity';
import { describeFinding } from './describeFinding';
import { entityPlaces, lintCatalog } from './lintCatalog';
import type { LintOptions } from './types';

const NOW = Date.parse('2026-11-23T12:00:00Z');

function lint(text: string, options: LintOptions = { now: NOW }): string[] {
  return lintCatalog(text, options).map(
    finding =>
      `${finding.place.line}:${finding.place.column} ${
        finding.rule
      } ${describeFinding(finding)}`,
  );
}

function component(...lines: readonly string[]): string {
  return [
    'apiVersion: backstage.io/v1alpha1',
    'kind: Component',
    'metadata:',
    '  name: shop',
    '  annotations:',
    ...lines.map(line => `    ${line}`),
    '',
  ].join('\n');
}

describe('lintCatalog', () => {
  it.each<[string, string[]]>([
    [`maturity/tier: '1'`, []],
    [`maturity/ci: none`, []],
    [`maturity/toil: '0'`, []],
    [`maturity/tests: Unit, E2E`, []],
    [`github.com/project-slug: shop`, []],
    [
      `maturity/tier: 1`,
      ['6:20 not-text "maturity/tier" holds 1; text in quotes was expected.'],
    ],
    [
      `maturity/tier: '5'`,
      [
        '6:20 malformed "maturity/tier" cannot be read at "5"; one of 1, 2, 3, 4 was expected.',
      ],
    ],
    [
      `maturity/tier: '0'`,
      [
        '6:20 malformed "maturity/tier" cannot be read at "0"; one of 1, 2, 3, 4 was expected.',
      ],
    ],
    [
      `maturity/teir: '1'`,
      [
        '6:5 unknown-key "maturity/teir" is no annotation that is read; expected an annotation key such as "maturity/tier".',
      ],
    ],
    [
      `maturity/slo: 'availability=99.9/30d, latency=100/30d'`,
      [
        '6:51 malformed "maturity/slo" cannot be read at "100/30d"; an objective above 0 and below 100 with at most four decimals was expected.',
      ],
    ],
    [
      `maturity/slo: availability=99.9/30d, happiness=9/30d`,
      [
        '6:42 malformed "maturity/slo" cannot be read at "happiness=9/30d"; one of availability, latency, errors, throughput, freshness, correctness, durability was expected.',
      ],
    ],
    [
      `maturity/tests: unit, magic`,
      [
        '6:27 malformed "maturity/tests" cannot be read at "magic"; one of unit, integration, contract, e2e, performance was expected.',
      ],
    ],
    [
      `maturity/runbook: ''`,
      [
        '6:23 empty "maturity/runbook" is empty; a value, or no such annotation was expected.',
      ],
    ],
    [
      `maturity/runbook:`,
      [
        '6:5 empty "maturity/runbook" is empty; a value, or no such annotation was expected.',
      ],
    ],
    [
      `maturity/runbook: CHANGEME`,
      [
        '6:23 placeholder "maturity/runbook" still says "CHANGEME"; a real value in place of the placeholder was expected.',
      ],
    ],
    [
      `maturity/readiness-review: '2026-11-24'`,
      [
        '6:32 future "maturity/readiness-review" names "2026-11-24"; a day that has come was expected.',
      ],
    ],
    [
      `maturity/provisioned-by: module`,
      [
        '6:5 unread-kind "maturity/provisioned-by" is not read on the kind "component"; expected one of the kinds Resource.',
      ],
    ],
    [
      `maturity/exempt.slo-definde: 2026-12-31 later`,
      [
        '6:5 unknown-key "maturity/exempt.slo-definde" is no annotation that is read; expected an annotation key such as "maturity/exempt.slo-defined" or "maturity/exempt.sli-defined".',
      ],
    ],
    [
      `maturity/exempt.slo-defined: later`,
      [
        '6:34 malformed "maturity/exempt.slo-defined" cannot be read at "later"; the last day such as 2026-12-31, a space and the reason was expected.',
      ],
    ],
  ])('%s', (line, messages) => {
    expect(lint(component(line))).toEqual(messages);
  });

  it('reads a tier that is a label', () => {
    expect(
      lint(
        `kind: Component\nmetadata:\n  name: shop\n  labels:\n    maturity/tier: high\n    maturity/any: x\n`,
      ),
    ).toEqual([
      '5:20 malformed "maturity/tier" cannot be read at "high"; one of 1, 2, 3, 4 was expected.',
    ]);
  });

  it('goes on behind a document that cannot be read and passes over those of others', () => {
    const text = `a: "b\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\n  annotations:\n    maturity/tier: '9'\n`;
    expect(lint(text)).toHaveLength(1);
    expect(lint(`a: 1\na: 2\n---\n${component("maturity/tier: '9'")}`)).toEqual(
      [
        '2:1 duplicate-key "a" stands in this map a second time; each key may stand there once.',
        '9:20 malformed "maturity/tier" cannot be read at "9"; one of 1, 2, 3, 4 was expected.',
      ],
    );
  });

  it('names a tab', () => {
    expect(lint('kind: Component\nmetadata:\n\tname: x\n')).toEqual([
      '3:1 yaml Found a tab as indentation; expected spaces as indentation.',
    ]);
  });

  it('passes over the skeleton of a template', () => {
    const text = component('maturity/tier: ${{ values.tier }}');
    expect(lint(text)).toHaveLength(1);
    expect(lint(text.replace('shop', '${{ values.name }}'))).toEqual([]);
  });

  it('knows the checks of a configuration', () => {
    const text = component('maturity/exempt.own-check: 2026-12-31 later');
    expect(lint(text)).toHaveLength(1);
    expect(lint(text, { checkIds: new Set(['own-check']) })).toEqual([]);
  });

  it.each(
    OWN_KEYS.map(({ key, example, kinds }) => [
      key.replace('<check-id>', BUILT_IN_CHECKS[0].definition.id),
      example,
      kinds[0],
    ]),
  )('finds nothing wrong with the example of %s', (key, example, kind) => {
    const text = component(`${key}: ${JSON.stringify(example)}`).replace(
      'kind: Component',
      `kind: ${kind}`,
    );
    expect(lint(text)).toEqual([]);
  });

  it.each([
    ['maturity/tier: 1', '1'],
    ['maturity/tier: Tier 2', '2'],
    ['maturity/cd: Git Ops', 'gitops'],
    ['maturity/rollout: blue_green', 'blue-green'],
    ['maturity/rollout: canry', 'canary'],
    ['maturity/tests: unit integration', 'unit, integration'],
    ['maturity/toil: 30%', '30'],
    ['maturity/readiness-review: 2026/3/1', '2026-03-01'],
    [
      'maturity/slo: "availability: 99.9% over 30 days"',
      'availability=99.9/30d',
    ],
    ['maturity/sla: availabilty=99.9/30d', 'availability=99.9/30d'],
    ['maturity/no-api: "yes"', 'true'],
    ['maturity/template-version: "2.1"', '2.1.0'],
    ['maturity/change-review: 2', '2'],
  ])('repairs %s', (line, value) => {
    const text = component(line);
    const [finding] = lintCatalog(text);
    const { repair } = finding;
    expect(repair).toMatchObject({ do: 'set-annotation', value });
    const result = editEntity(text, {
      entity: 'shop',
      changes: repair ? [repair] : [],
    });
    expect(result.ok && lintCatalog(result.edit.text)).toEqual([]);
  });

  it.each([
    'maturity/cd: fast',
    'maturity/slo: availability=100/30d',
    'maturity/readiness-review: 3/4/2026',
    'maturity/toil: 300',
    'maturity/tests: unit, magic',
    'maturity/runbook: none at all',
  ])('leaves %s to a person', line => {
    const [finding] = lintCatalog(component(line));
    expect(finding.repair).toBeUndefined();
  });

  it('finds what a service of the demo organization has wrong on purpose, and nothing else', () => {
    const file = resolve(
      __dirname,
      '../../../../../examples/systems/booking.yaml',
    );
    expect(lint(readFileSync(file, 'utf8'))).toEqual([
      '165:23 placeholder "maturity/runbook" still says "CHANGEME"; a real value in place of the placeholder was expected.',
      '167:31 malformed "maturity/slo" ends too early; "/" and a window was expected.',
    ]);
  });
});

describe('entityPlaces', () => {
  it('gives each entity with the place of its name', () => {
    const text = `${component(
      'a: b',
    )}---\n# nothing\n---\n{"kind":"API","metadata":{"name":"X","namespace":"Prod"}}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\n`;
    expect(entityPlaces(text)).toEqual([
      { entityRef: 'component:default/shop', place: { line: 4, column: 9 } },
      { entityRef: 'api:prod/x', place: { line: 10, column: 34 } },
    ]);
  });
});
