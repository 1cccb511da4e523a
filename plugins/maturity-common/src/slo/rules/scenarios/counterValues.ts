import type { EventSeries } from './eventSeries';

/** Traffic over some minutes. */
export interface Traffic {
  minutes: number;
  /** Events in a minute. */
  events: number;
  /** Share of them that is bad. */
  errorRatio: number;
}

/** One series of a rule test. */
export interface InputSeries {
  series: string;
  values: string;
}

/** Plain decimals: the notation of promtool has no exponents. */
function plain(value: number): string {
  return String(Number(value.toFixed(6)));
}

interface Run {
  samples: number;
  /** What a sample adds. */
  step: number;
}

function values(runs: readonly Run[]): string {
  let total = 0;
  return runs
    .map(({ samples, step }, index) => {
      // The first run has the sample of minute 0 too.
      const first = index === 0 ? total : total + step;
      const more = index === 0 ? samples : samples - 1;
      total += samples * step;
      return `${plain(first)}+${plain(step)}x${more}`;
    })
    .join(' ');
}

/** How counters are written. */
export interface CounterOptions {
  /** Minutes from one sample to the next; a rate over five minutes needs two samples. */
  interval?: 1 | 2;
  /** Leaves out counters that never count anything. */
  onlyCounting?: boolean;
}

/** Counters as traffic of a kind counts them up. */
export function counterValues(
  series: EventSeries,
  traffic: readonly Traffic[],
  options: CounterOptions = {},
): InputSeries[] {
  const { interval = 1, onlyCounting = false } = options;
  const names = [...new Set([...series.good, ...series.bad])];
  return names.flatMap(name => {
    const runs = traffic.map(({ minutes, events, errorRatio }) => ({
      samples: Math.ceil(minutes / interval),
      step:
        interval *
        ((series.good.includes(name) ? events * (1 - errorRatio) : 0) +
          (series.bad.includes(name) ? events * errorRatio : 0)),
    }));
    return onlyCounting && runs.every(({ step }) => step === 0)
      ? []
      : [{ series: name, values: values(runs) }];
  });
}
