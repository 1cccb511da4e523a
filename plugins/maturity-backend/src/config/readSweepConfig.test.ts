import type { JsonValue } from '@backstage/types';
import { readSweepConfig } from './readSweepConfig';

const read = (sweep?: JsonValue) => readSweepConfig(sweep);

describe('readSweepConfig', () => {
  it('sweeps every minute on one replica when nothing is configured', () => {
    expect(read()).toEqual({
      sweep: {
        schedule: {
          frequency: { minutes: 1 },
          timeout: { minutes: 5 },
          initialDelay: { seconds: 3 },
          scope: 'global',
        },
        poll: { seconds: 10 },
        lease: { seconds: 20 },
        pageSize: 500,
      },
      problems: [],
    });
  });

  it('reads each setting alone', () => {
    const { sweep, problems } = read({
      frequency: { cron: '0 * * * *' },
      timeout: 'PT2M',
      poll: '15s',
      lease: 'PT1M',
      pageSize: 50,
    });

    expect(problems).toEqual([]);
    expect(sweep.pageSize).toBe(50);
    expect(sweep.poll).toEqual({ seconds: 15 });
    expect(sweep.lease).toEqual({ minutes: 1 });
    expect(sweep.schedule).toEqual({
      frequency: { cron: '0 * * * *' },
      timeout: { minutes: 2 },
      initialDelay: { seconds: 3 },
      scope: 'global',
    });
  });

  it('reports every mistake and keeps the defaults', () => {
    const { sweep, problems } = read({
      frequency: 'sometimes',
      timeout: { parsecs: 12 },
      pageSize: 0,
      poll: '10ms',
      lease: { seconds: 1 },
      scope: 'local',
    });

    expect(problems.map(({ path, value }) => [path, value])).toEqual([
      ['maturity.sweep.frequency', '"sometimes"'],
      ['maturity.sweep.timeout', '{"parsecs":12}'],
      ['maturity.sweep.pageSize', '0'],
      ['maturity.sweep.poll', '"10ms"'],
      ['maturity.sweep.lease', '{"seconds":1}'],
      ['maturity.sweep.scope', '"local"'],
    ]);
    expect(sweep).toEqual(read().sweep);
  });

  it.each([
    ['frequency', { seconds: 0 }],
    ['frequency', { seconds: -60 }],
    ['frequency', '999ms'],
    ['frequency', { days: 366 }],
    ['frequency', { trigger: 'manual' }],
    ['frequency', { cron: 'now and then' }],
    ['frequency', { cron: 5 }],
    ['frequency', { cron: '0 0 30 2 *' }],
    ['timeout', { minutes: -3 }],
    ['timeout', 0],
    ['timeout', 'PT0S'],
    ['timeout', { days: 25 }],
    ['initialDelay', { seconds: -5 }],
    ['initialDelay', { days: 25 }],
    ['poll', { days: 99_999 }],
    ['lease', { seconds: 60, minutes: -1 }],
    ['lease', { days: 25 }],
  ])('reports %s %j and keeps the default', (key, setting) => {
    const words = {
      frequency: 'one second to 365 days, or { cron: "..." }',
      timeout: 'one second to 24 days',
      initialDelay: 'zero seconds to 24 days',
      poll: 'one second to 24 days',
      lease: 'five seconds to 24 days',
    };
    expect(read({ [key]: setting })).toEqual({
      sweep: read().sweep,
      problems: [
        {
          path: `maturity.sweep.${key}`,
          value: JSON.stringify(setting),
          expected: `a duration from ${words[key as keyof typeof words]}`,
        },
      ],
    });
  });

  it('takes a cron expression before parts of a duration that another file has', () => {
    const { sweep, problems } = read({
      frequency: { seconds: 30, cron: '0 3 * * *' },
    });

    expect(problems).toEqual([]);
    expect(sweep.schedule.frequency).toEqual({ cron: '0 3 * * *' });
  });

  it('takes the shortest ones', () => {
    const { sweep, problems } = read({
      frequency: { seconds: 1 },
      timeout: '1s',
      initialDelay: { seconds: 0 },
      poll: { seconds: 1 },
      lease: { seconds: 5 },
    });

    expect(problems).toEqual([]);
    expect(sweep.schedule).toMatchObject({
      frequency: { seconds: 1 },
      timeout: { seconds: 1 },
      initialDelay: { seconds: 0 },
    });
  });

  it('reports a section that is no object', () => {
    expect(read('often').problems).toEqual([
      { path: 'maturity.sweep', value: '"often"', expected: 'an object' },
    ]);
  });
});
