import { createBackendModule } from '@backstage/backend-plugin-api';
import type {
  Check,
  CheckResult,
  Decision,
} from '@backstage-maturity/plugin-maturity-common';
import { maturityChecksExtensionPoint } from '@backstage-maturity/plugin-maturity-node';
import { component, group } from './__testUtils__/entities';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import { TestCatalog } from './__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from './__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

function fail(message: string): never {
  throw new Error(message);
}

const circular: Record<string, unknown> = { status: 'pass', reason: 'linked' };
circular.details = { circular };

/** What the checks of a broken plugin return, by the id of the check. */
const ANSWERS: Readonly<Record<string, () => unknown>> = {
  'throws-error': () => fail('No such table: <script>'),
  'throws-text': () => {
    // eslint-disable-next-line no-throw-literal
    throw 'no error at all';
  },
  'throws-nothing': () => {
    // eslint-disable-next-line no-throw-literal
    throw undefined;
  },
  'no-answer': () => undefined,
  'a-text': () => 'pass',
  'a-list': () => ['pass'],
  'a-promise': () => Promise.reject(new Error('later')),
  'odd-status': () => ({ status: 'great', reason: 'linked' }),
  exempt: () => ({ status: 'exempt', reason: 'linked' }),
  'no-reason': () => ({ status: 'pass' }),
  'long-reason': () => ({ status: 'pass', reason: 'r'.repeat(1_000_000) }),
  'not-a-number': () => ({
    status: 'pass',
    reason: 'linked',
    details: { count: NaN },
  }),
  bigint: () => ({ status: 'pass', reason: 'linked', details: { count: 1n } }),
  circular: () => circular,
  function: () => ({
    status: 'pass',
    reason: 'linked',
    details: { f: () => 'x' },
  }),
  'null-evidence': () => ({
    status: 'pass',
    reason: 'linked',
    evidence: [null],
  }),
  'odd-evidence': () => ({
    status: 'pass',
    reason: 'linked',
    evidence: [{ strength: 'sure', source: {}, value: 7n, from: [] }],
  }),
  getter: () => ({
    status: 'pass',
    get reason() {
      return fail('Read me not.');
    },
  }),
};

/** Answers that are strange, and decisions all the same. */
const DECISIONS: Readonly<Record<string, Decision>> = {
  'unheard-of-reason': { status: 'pass', reason: 'moon-phase' },
  'huge-text': {
    status: 'pass',
    reason: 'linked',
    details: { text: 'x'.repeat(1_000_000), list: ['y'.repeat(1_000_000)] },
    evidence: [
      {
        strength: 'linked',
        source: 's'.repeat(1_000_000),
        value: `\0${'v'.repeat(1_000_000)}`,
        from: 'f'.repeat(1_000_000),
      },
    ],
  },
};

function checkOf(id: string, decide: () => Decision): Check {
  return {
    definition: {
      id,
      title: id,
      track: 'devops',
      level: 1,
      weight: 1,
      applies: 'component',
      decides: '',
      passes: '',
      fails: '',
      absent: 'unknown',
      source: '',
      remedy: '',
      inherits: [],
      claims: [],
      nature: 'technical',
      builtIn: false,
    },
    notApplicable: () => undefined,
    decide,
  };
}

function untyped(decide: () => unknown): () => Decision {
  const holder: { decide: () => Decision } = { decide: () => fail('unset') };
  Object.assign(holder, { decide });
  return () => holder.decide();
}

const CHECKS = [
  ...Object.entries(ANSWERS).map(([id, decide]) =>
    checkOf(id, untyped(decide)),
  ),
  ...Object.entries(DECISIONS).map(([id, decision]) =>
    checkOf(id, () => decision),
  ),
];

const broken = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'broken-checks',
  register(reg) {
    reg.registerInit({
      deps: { maturity: maturityChecksExtensionPoint },
      async init({ maturity }) {
        maturity.addChecks(...CHECKS);
      },
    });
  },
});

describe.each(ENGINES)('Checks that are broken, on %s', engine => {
  let portal: Portal;
  let results: Map<string, CheckResult>;

  beforeAll(async () => {
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog: new TestCatalog([group('payments'), component('api')]),
      features: [broken],
    });
    await portal.sweep();
    const { body } = await portal.get('/scorecards/component/default/api');
    const list: CheckResult[] = body.scorecard.results;
    results = new Map(list.map(result => [result.check, result]));
  });

  afterAll(() => portal.stop());

  it('do not keep the sweep from its end', async () => {
    const { body } = await portal.get('/sweeps?limit=1');
    expect(body.items[0]).toMatchObject({ status: 'succeeded', evaluated: 1 });
    expect(results.size).toBe(48 + CHECKS.length);
    expect(results.get('tier-declared')?.status).toBe('fail');
  });

  it.each(Object.keys(ANSWERS))('are unknown with a reason: %s', id => {
    const result = results.get(id);
    expect(result).toMatchObject({
      status: 'unknown',
      reason: 'error',
      evidence: [],
    });
    expect(typeof result?.details?.message).toBe('string');
    expect(JSON.stringify(result).length).toBeLessThan(1_000);
  });

  it('may give reasons that nobody has heard of', () => {
    expect(results.get('unheard-of-reason')).toMatchObject({
      status: 'pass',
      reason: 'moon-phase',
    });
  });

  it('have their texts cut', () => {
    const result = results.get('huge-text');
    expect(result?.status).toBe('pass');
    expect(JSON.stringify(result).length).toBeLessThan(2_000);
  });

  it('are not evaluated again while nothing changes', async () => {
    await portal.sweep();
    const { body } = await portal.get('/sweeps?limit=1');
    expect(body.items[0]).toMatchObject({ evaluated: 0, written: 0 });
  });
});
