import { BUILT_IN_CHECKS } from './builtInChecks';
import { DEVOPS_ROWS } from './fixtures/devopsRows';
import { PLATFORM_ROWS } from './fixtures/platformRows';
import { SRE_ROWS } from './fixtures/sreRows';
import { resultsOf } from './fixtures/world';
import { REASONS } from './reasons';

/** Codes that the engine gives around the checks; `evaluate.test.ts` produces them. */
const AROUND_CHECKS = ['announced', 'exempt', 'not-a-component'];

const results = [...DEVOPS_ROWS, ...SRE_ROWS, ...PLATFORM_ROWS].flatMap(
  ({ rows }) => rows.flatMap(([, world]) => resultsOf(world)),
);

describe('REASONS', () => {
  it('lists every code that a row produces, with its status', () => {
    const produced = new Set(
      results.map(({ status, reason }) => `${status} ${reason}`),
    );
    const listed = new Set(
      [...REASONS].map(([code, { status }]) => `${status} ${code}`),
    );
    expect([...produced].filter(each => !listed.has(each))).toEqual([]);
  });

  it('lists no code that nothing produces', () => {
    const produced = new Set(results.map(({ reason }) => reason));
    expect(
      [...REASONS.keys()].filter(
        code => !produced.has(code) && !AROUND_CHECKS.includes(code),
      ),
    ).toEqual([]);
  });

  it('asks for no detail that a result of its code lacks', () => {
    const lacking = results.flatMap(({ check, reason, details }) =>
      [...(REASONS.get(reason)?.text ?? '').matchAll(/\{\{(\w+)\}\}/g)]
        .map(([, name]) => name)
        .filter(name => details?.[name] === undefined)
        .map(name => `${check} ${reason} ${name}`),
    );
    expect([...new Set(lacking)]).toEqual([]);
  });
});

describe('the rows of all tracks', () => {
  it.each(BUILT_IN_CHECKS.map(({ definition }) => definition.id))(
    'make %s pass, and not pass',
    id => {
      const statuses = new Set(
        results.filter(({ check }) => check === id).map(({ status }) => status),
      );
      expect(statuses).toContain('pass');
      expect(statuses.has('fail') || statuses.has('unknown')).toBe(true);
    },
  );
});
