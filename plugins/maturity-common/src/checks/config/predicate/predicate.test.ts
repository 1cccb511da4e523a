import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { createEntityView } from '../../../entity';
import { createCatalogGraph } from '../../../graph';
import type { EntityFacts } from '../../types';
import { describeProblem } from '../describeProblem';
import { ProblemList } from '../ProblemList';
import { describePredicate } from './describe';
import { evidenceOf } from './evidence';
import { holds } from './holds';
import { parsePredicate } from './parsePredicate';
import { entitySubject } from './subject';

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    tags: ['go', 'pci'],
    annotations: {
      'acme.com/threat-model': 'https://acme.test/threats',
      'acme.com/empty': '  ',
      'acme.com/negative': 'none',
      'acme.com/placeholder': 'CHANGEME',
      'acme.com/coverage': '81.5',
      'acme.com/words': 'many',
      'maturity/toil': '0',
      'maturity/ci': 'jenkins',
    },
  },
  spec: { type: 'service', lifecycle: 'GA', owner: 'payments', size: 7 },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/payments' },
    { type: 'dependsOn', targetRef: 'resource:default/db' },
  ],
};

const FACTS: EntityFacts = {
  sources: {
    sonar: { coverage: 81, gate: 'OK', issues: { blocker: 0 }, langs: ['go'] },
    'acme.scanner': { age: 3 },
  },
};

const AROUND = { facts: FACTS, graph: createCatalogGraph([ENTITY]) };

function parse(value: unknown) {
  const problems = new ProblemList();
  const predicate = parsePredicate(value, {
    path: 'pass',
    problems,
    check: 'x',
    depth: 0,
    item: false,
  });
  return { predicate, messages: problems.all.map(describeProblem) };
}

function evaluate(value: unknown): boolean | readonly string[] {
  const { predicate, messages } = parse(value);
  return predicate
    ? holds(predicate, entitySubject(createEntityView(ENTITY), AROUND))
    : messages;
}

const ann = (key: string) => `metadata.annotations.${key}`;

describe('predicates', () => {
  it.each<[string, unknown, boolean]>([
    ['equality', { kind: 'component' }, true],
    ['equality that differs', { kind: 'API' }, false],
    ['two conditions', { kind: 'Component', 'spec.type': 'service' }, true],
    [
      'two conditions, one wrong',
      { kind: 'Component', 'spec.type': 'website' },
      false,
    ],
    ['a number against text', { 'spec.size': '7' }, true],
    ['the lifecycle as written', { 'spec.lifecycle': 'ga' }, true],
    ['no lifecycle aliases', { 'spec.lifecycle': 'production' }, false],
    [
      'an annotation with dots and slashes',
      { [ann('acme.com/threat-model')]: { $exists: true } },
      true,
    ],
    [
      'an empty annotation',
      { [ann('acme.com/empty')]: { $exists: true } },
      false,
    ],
    [
      'a negative annotation',
      { [ann('acme.com/negative')]: { $exists: false } },
      true,
    ],
    [
      'a placeholder',
      { [ann('acme.com/placeholder')]: { $exists: true } },
      false,
    ],
    ['$in', { 'spec.type': { $in: ['website', 'SERVICE'] } }, true],
    ['$in, none of them', { 'spec.type': { $in: ['website'] } }, false],
    [
      '$hasPrefix',
      { [ann('acme.com/threat-model')]: { $hasPrefix: 'HTTPS://' } },
      true,
    ],
    ['$contains a word', { 'metadata.tags': { $contains: 'PCI' } }, true],
    [
      '$contains another word',
      { 'metadata.tags': { $contains: 'sox' } },
      false,
    ],
    [
      '$contains an object',
      {
        relations: {
          $contains: {
            type: 'dependsOn',
            targetRef: { $hasPrefix: 'resource:' },
          },
        },
      },
      true,
    ],
    [
      '$contains an object that no item is',
      {
        relations: {
          $contains: {
            type: 'ownedBy',
            targetRef: { $hasPrefix: 'resource:' },
          },
        },
      },
      false,
    ],
    [
      '$contains with logic',
      {
        relations: {
          $contains: { $any: [{ type: 'x' }, { type: 'ownedBy' }] },
        },
      },
      true,
    ],
    [
      '$contains on what is no list',
      { kind: { $contains: 'Component' } },
      false,
    ],
    ['$not', { $not: { kind: 'API' } }, true],
    ['$any', { $any: [{ kind: 'API' }, { kind: 'Component' }] }, true],
    ['$all', { $all: [{ kind: 'API' }, { kind: 'Component' }] }, false],
    ['a fact', { 'facts.sonar.gate': 'ok' }, true],
    ['a nested fact', { 'facts.sonar.issues.blocker': { $lte: 0 } }, true],
    [
      'a fact of a source with a dot',
      { 'facts.acme.scanner.age': { $lt: 30 } },
      true,
    ],
    ['a fact that is not there', { 'facts.other.age': { $lt: 30 } }, false],
    ['$gte at the bound', { 'facts.sonar.coverage': { $gte: 81 } }, true],
    ['$gt at the bound', { 'facts.sonar.coverage': { $gt: 81 } }, false],
    ['$lte at the bound', { 'facts.sonar.coverage': { $lte: 81 } }, true],
    ['$lt at the bound', { 'facts.sonar.coverage': { $lt: 81 } }, false],
    [
      'a comparison with a numeric annotation',
      { [ann('acme.com/coverage')]: { $gt: 81 } },
      true,
    ],
    [
      'a comparison with an annotation of 0',
      { [ann('maturity/toil')]: { $lte: 50 } },
      true,
    ],
    [
      'a comparison with a word',
      { [ann('acme.com/words')]: { $gte: 0 } },
      false,
    ],
    [
      'the other comparison with a word',
      { [ann('acme.com/words')]: { $lt: 0 } },
      false,
    ],
    [
      'a comparison with nothing',
      { [ann('acme.com/none')]: { $lt: 5 } },
      false,
    ],
    ['a comparison with a list', { 'metadata.tags': { $gte: 0 } }, false],
    [
      'logic over both kinds',
      {
        $all: [
          { 'spec.type': 'service' },
          {
            $any: [
              { 'facts.sonar.coverage': { $gte: 90 } },
              { $not: { [ann('acme.com/coverage')]: { $lt: 80 } } },
            ],
          },
        ],
      },
      true,
    ],
    [
      'both kinds in one object',
      { kind: 'Component', 'facts.sonar.coverage': { $gte: 90 } },
      false,
    ],
  ])('evaluates %s', (_name, value, expected) => {
    expect(evaluate(value)).toBe(expected);
  });

  it.each<[string, unknown, string]>([
    [
      'two operators on one value',
      { 'spec.type': { $exists: true, $in: ['service'] } },
      'pass.spec.type is an object with $exists, $in; expected exactly one operator; to ask for several, give each its own object in the list of an $all. The check "x" is disabled.',
    ],
    [
      'a range in one object',
      { 'facts.a.b': { $gte: 1, $lte: 5 } },
      'pass.facts.a.b is an object with $gte, $lte; expected exactly one operator; to ask for several, give each its own object in the list of an $all. The check "x" is disabled.',
    ],
    [
      'an unknown operator',
      { kind: { $exist: true } },
      'pass.kind is an object with $exist; expected a plain value, or an object with one of $exists, $in, $contains, $hasPrefix, $gte, $gt, $lte, $lt; did you mean "$exists"? The check "x" is disabled.',
    ],
    [
      'unknown logic',
      { $or: [{ kind: 'a' }] },
      'pass.$or is a list of 1 item; expected a path, or one of $all, $any, $not. The check "x" is disabled.',
    ],
    [
      'logic beside other conditions',
      { $any: [{ kind: 'a' }], kind: 'b' },
      'pass is an object with $any, kind; expected $any alone in its object; put $any and the other conditions into the list of an $all. The check "x" is disabled.',
    ],
    [
      'a mistyped root',
      { 'metdata.name': 'a' },
      'pass.metdata.name is "a"; expected a path that starts with one of apiVersion, facts, kind, metadata, relations, spec, status; did you mean "metadata"? The check "x" is disabled.',
    ],
    [
      'true for an annotation',
      { [ann('a/b')]: true },
      'pass.metadata.annotations.a/b is true; expected text: annotations hold text, so write "true" in quotes. The check "x" is disabled.',
    ],
    [
      'a negative word for an annotation',
      { [ann('a/b')]: { $in: ['x', 'none'] } },
      'pass.metadata.annotations.a/b.$in[1] is "none"; expected a real value: empty, negative and placeholder values of annotations count as absent, which { $exists: false } asks for. The check "x" is disabled.',
    ],
    [
      'a list in a list of values',
      { 'spec.type': { $in: ['x', ['y']] } },
      'pass.spec.type.$in[1] is a list of 1 item; expected a text, a number, true or false. The check "x" is disabled.',
    ],
    [
      'a comparison with text',
      { 'facts.a.b': { $gte: '5' } },
      'pass.facts.a.b.$gte is "5"; expected a number without quotes. The check "x" is disabled.',
    ],
    [
      '$exists with text',
      { kind: { $exists: 'yes' } },
      'pass.kind.$exists is "yes"; expected true or false. The check "x" is disabled.',
    ],
    [
      'an empty object',
      {},
      'pass is an object without keys; expected at least one condition, because an empty predicate holds for everything. The check "x" is disabled.',
    ],
    [
      'an empty list',
      { $any: [] },
      'pass.$any is a list of 0 items; expected a list with at least one predicate. The check "x" is disabled.',
    ],
    [
      'text',
      'Component',
      'pass is "Component"; expected an object whose keys are paths such as spec.type or metadata.annotations.<key>, or one of $all, $any, $not. The check "x" is disabled.',
    ],
  ])('refuses %s', (_name, value, message) => {
    expect(evaluate(value)).toEqual([message]);
  });

  it('reports every mistake of one predicate', () => {
    const { predicate, messages } = parse({
      $all: [{ kind: null }, { $not: { x: 1 } }, { 'spec.a': { $lt: [] } }],
    });
    expect(predicate).toBeUndefined();
    expect(messages).toHaveLength(3);
  });

  it('ends at a depth that no rule needs', () => {
    let deep: unknown = { kind: 'a' };
    for (let depth = 0; depth < 10_000; depth++) {
      deep = { $not: deep };
    }
    expect(parse(deep).messages[0]).toMatch(/nested at most 16 deep/);
  });

  it('never throws for any JSON value, and what it accepts can be evaluated', () => {
    const subject = entitySubject(createEntityView(ENTITY), AROUND);
    const key = fc.constantFrom(
      '$all',
      '$any',
      '$not',
      '$in',
      '$contains',
      '$gte',
      '$exists',
      '__proto__',
      'constructor',
      'kind',
      'spec.type',
      'metadata.tags',
      'metadata.annotations.__proto__',
      'facts.constructor.name',
    );
    const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc
          .array(fc.tuple(key, tie('tree')), { maxLength: 3 })
          .map(entries => Object.fromEntries(entries)),
      ),
      leaf: fc.oneof(
        fc.string(),
        fc.double({ noNaN: true }),
        fc.boolean(),
        fc.constant(null),
      ),
    }));
    fc.assert(
      fc.property(tree, value => {
        const { predicate, messages } = parse(value);
        expect(predicate === undefined).toBe(messages.length > 0);
        const uses = (predicate ? [predicate] : []).map(accepted => [
          typeof holds(accepted, subject),
          Array.isArray(evidenceOf(accepted, subject)),
          describePredicate(accepted) === '',
        ]);
        expect(uses).toEqual(predicate ? [['boolean', true, false]] : []);
      }),
      { numRuns: 500 },
    );
  });
});

describe('describePredicate', () => {
  it('says a predicate in plain English', () => {
    const { predicate } = parse({
      $all: [
        { kind: 'Component', [ann('acme.com/x')]: { $exists: true } },
        {
          $any: [{ 'facts.a.b': { $gte: 5 } }, { 'spec.a': { $in: ['x', 2] } }],
        },
        { $not: { 'metadata.tags': { $contains: 'legacy' } } },
      ],
    });
    expect(predicate && describePredicate(predicate)).toBe(
      '(`kind` is "Component" and `acme.com/x` is present) and (`facts.a.b` is at least 5 or `spec.a` is one of "x", 2) and not (`metadata.tags` has an item where the item is "legacy")',
    );
  });
});

describe('evidenceOf', () => {
  function evidence(value: unknown) {
    const { predicate } = parse(value);
    return (
      predicate &&
      evidenceOf(
        predicate,
        entitySubject(createEntityView(ENTITY), AROUND),
      ).map(({ strength, source, value: shown, supporting }) =>
        [strength, source, shown, ...(supporting ? ['supporting'] : [])].join(
          ' | ',
        ),
      )
    );
  }

  it.each<[string, unknown, string[]]>([
    [
      'an own key as declared',
      { [ann('maturity/ci')]: { $exists: true } },
      ['declared | maturity/ci | jenkins'],
    ],
    [
      'another key as linked',
      { [ann('acme.com/threat-model')]: { $exists: true } },
      ['linked | acme.com/threat-model | https://acme.test/threats'],
    ],
    [
      'a fact as observed',
      { 'facts.sonar.coverage': { $gte: 80 } },
      ['observed | facts.sonar.coverage | 81'],
    ],
    [
      'a relation as graph',
      { relations: { $contains: { type: 'ownedBy' } } },
      ['graph | relations | 2 items'],
    ],
    [
      'only the branches that hold',
      {
        $any: [
          { 'facts.sonar.coverage': { $gte: 90 } },
          { [ann('maturity/ci')]: 'jenkins' },
        ],
      },
      ['declared | maturity/ci | jenkins'],
    ],
    [
      'what is stronger than the weakest part as supporting',
      {
        'facts.sonar.coverage': { $gte: 80 },
        [ann('maturity/ci')]: { $exists: true },
      },
      [
        'declared | maturity/ci | jenkins',
        'observed | facts.sonar.coverage | 81 | supporting',
      ],
    ],
    [
      'a part by its strongest branch',
      {
        $all: [
          { [ann('acme.com/coverage')]: { $gt: 1 } },
          {
            $any: [
              { [ann('maturity/ci')]: 'jenkins' },
              { 'facts.sonar.gate': 'OK' },
            ],
          },
        ],
      },
      [
        'linked | acme.com/coverage | 81.5',
        'declared | maturity/ci | jenkins',
        'observed | facts.sonar.gate | OK | supporting',
      ],
    ],
    ['nothing for what must be absent', { $not: { kind: 'API' } }, []],
    [
      'a numeric annotation of 0',
      { [ann('maturity/toil')]: { $lte: 50 } },
      ['declared | maturity/toil | 0'],
    ],
  ])('gives %s', (_name, value, expected) => {
    expect(evidence(value)).toEqual(expected);
  });
});
