import {
  errorBudget,
  formatPercent,
  parseSlos,
  type Slo,
} from '@backstage-maturity/plugin-maturity-common';

/** One thing that a tier promises. */
export interface Promised {
  indicator: Slo['indicator'];
  /** Percent, as it was written. */
  objective: string;
  /** What counts as good, such as `300ms`; empty where there is no such bound. */
  bound: string;
  /** Days of the window. */
  days: number;
  /** Minutes of the window that may be bad. */
  minutes: number;
  /** Percent that may be bad. */
  share: string;
}

/** What objectives such as `availability=99.9/30d` come to; those that cannot be read are left out. */
export function promisesOf(objectives: string): Promised[] {
  return parseSlos(objectives).slos.map(slo => {
    const { minutes, ppm } = errorBudget(slo);
    return {
      indicator: slo.indicator,
      objective: slo.objective,
      bound: slo.bound?.text ?? '',
      days: slo.windowDays,
      minutes,
      share: formatPercent(ppm),
    };
  });
}

/** The objectives of each tier, as a template's form gives them in `ui:options`. */
export function objectivesOf(options: unknown): ReadonlyMap<string, string> {
  const given = new Map(Object.entries(options ?? {})).get('objectives');
  const entries: [string, unknown][] = Object.entries(given ?? {});
  return new Map(
    entries.flatMap(([tier, text]) =>
      typeof text === 'string' ? [[tier, text]] : [],
    ),
  );
}
