import type { EntityFacts } from '../types';
import { createDefinitionSet } from './createDefinitionSet';
import {
  checkOf,
  resultOf,
  SECURITY,
  THREAT_MODEL,
} from './fixtures/ownChecks';

describe('declared checks', () => {
  const config = {
    tracks: [SECURITY],
    checks: { 'threat-model': THREAT_MODEL },
  };

  it('stand last with all their words', () => {
    const definitions = createDefinitionSet(config);
    expect(definitions.problems).toEqual([]);
    expect(definitions.checks).toHaveLength(49);
    expect(definitions.checks[48].definition).toEqual({
      id: 'threat-model',
      title: 'A threat model exists',
      track: 'security',
      level: 1,
      weight: 3,
      applies: '`kind` is "Component" and `spec.lifecycle` is "production"',
      decides: '`acme.com/threat-model`',
      passes: '`acme.com/threat-model` is present',
      fails: 'otherwise',
      absent: 'fail',
      source: 'configuration',
      remedy: 'Write a threat model and link it.',
      inherits: [],
      claims: [],
      nature: 'technical',
      from: '2027-01-01',
      builtIn: false,
    });
  });

  it('see the relations of a plain file', () => {
    expect(
      resultOf(
        {
          tracks: [SECURITY],
          checks: {
            'threat-model': {
              ...THREAT_MODEL,
              pass: {
                relations: {
                  $contains: {
                    type: 'ownedBy',
                    targetRef: 'group:default/payments',
                  },
                },
              },
            },
          },
        },
        'threat-model',
      ),
    ).toMatchObject({
      status: 'pass',
      evidence: [{ strength: 'graph', source: 'relations' }],
    });
  });

  it('pass with evidence', () => {
    expect(
      resultOf(config, 'threat-model', {
        annotations: { 'acme.com/threat-model': 'https://acme.test/t' },
      }),
    ).toEqual({
      check: 'threat-model',
      track: 'security',
      level: 1,
      status: 'pass',
      reason: 'rule-met',
      evidence: [
        {
          strength: 'linked',
          source: 'acme.com/threat-model',
          value: 'https://acme.test/t',
          from: null,
        },
      ],
      remedy: 'Write a threat model and link it.',
    });
  });

  it('fail where nothing meets the rule, and for a placeholder', () => {
    const written: Record<string, string>[] = [
      {},
      { 'acme.com/threat-model': 'TBD' },
    ];
    for (const annotations of written) {
      expect(resultOf(config, 'threat-model', { annotations })).toMatchObject({
        status: 'fail',
        reason: 'rule-not-met',
        details: { rule: '`acme.com/threat-model` is present' },
      });
    }
  });

  it('do not apply where the filter does not match, as written', () => {
    for (const lifecycle of ['ga', 'experimental']) {
      expect(resultOf(config, 'threat-model', { lifecycle })).toMatchObject({
        status: 'not-applicable',
        reason: 'filter',
      });
    }
  });

  it('are announced before their first day', () => {
    expect(
      resultOf(config, 'threat-model', { now: '2026-12-31T23:59:59Z' }),
    ).toMatchObject({ status: 'not-applicable', reason: 'announced' });
  });

  const FACT_CHECK = {
    track: 'devops',
    level: 2,
    title: 'Coverage is kept up',
    pass: { 'facts.sonar.coverage': { $gte: 80 } },
    fail: { 'facts.sonar.gate': 'ERROR' },
    unknown: { 'facts.sonar.coverage': { $lt: 0 } },
    absent: 'unknown',
  };
  const facts = (sonar: Record<string, unknown>): EntityFacts => ({
    sources: { sonar },
  });

  it.each<[string, EntityFacts, string, string]>([
    [
      'fail before pass',
      facts({ coverage: 90, gate: 'ERROR' }),
      'fail',
      'rule-failed',
    ],
    ['pass', facts({ coverage: 80 }), 'pass', 'rule-met'],
    ['unknown', facts({ coverage: -1 }), 'unknown', 'rule-unknown'],
    ['what absence means', facts({ coverage: 79 }), 'unknown', 'rule-not-met'],
    [
      'unknown for a source that could not be read',
      { errors: { sonar: 'HTTP 503' } },
      'unknown',
      'error',
    ],
    [
      'nothing of another source that could not be read',
      { ...facts({ coverage: 80 }), errors: { sonarqube: 'HTTP 503' } },
      'pass',
      'rule-met',
    ],
  ])('decide %s', (_name, given, status, reason) => {
    expect(
      resultOf({ checks: { coverage: FACT_CHECK } }, 'coverage', {
        facts: given,
      }),
    ).toMatchObject({ status, reason });
  });

  it('apply while the facts of their filter cannot be read, and say so', () => {
    const filtered = { ...FACT_CHECK, applies: { 'facts.sonar.known': true } };
    expect(
      resultOf({ checks: { coverage: filtered } }, 'coverage', {
        facts: { errors: { sonar: 'HTTP 503' } },
      }),
    ).toMatchObject({
      status: 'unknown',
      reason: 'error',
      details: { source: 'sonar', message: 'HTTP 503' },
    });
  });

  it('follow the override of what absence means', () => {
    expect(
      resultOf(
        { checks: { coverage: FACT_CHECK }, absence: { coverage: 'fail' } },
        'coverage',
      ),
    ).toMatchObject({ status: 'fail', reason: 'rule-not-met' });
  });

  it('get words and a weight where none are given', () => {
    expect(
      checkOf({ checks: { coverage: FACT_CHECK } }, 'coverage')?.definition,
    ).toMatchObject({
      weight: 3,
      applies: 'every Component',
      decides: '`facts.sonar.gate`, `facts.sonar.coverage`',
      fails: '`facts.sonar.gate` is "ERROR"',
      remedy: 'Make sure that `facts.sonar.coverage` is at least 80.',
    });
  });
});
