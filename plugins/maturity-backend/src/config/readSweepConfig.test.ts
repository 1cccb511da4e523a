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

  it('reports a section that is no object', () => {
    expect(read('often').problems).toEqual([
      { path: 'maturity.sweep', value: '"often"', expected: 'an object' },
    ]);
  });
});
