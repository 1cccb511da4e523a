import {
  errorBudget,
  formatPercent,
  INDICATORS,
  parseSlos,
} from '@backstage-maturity/plugin-maturity-common';

/** One objective as it is typed. */
export interface Draft {
  indicator: string;
  bound: string;
  objective: string;
  window: string;
}

export const FIRST_DRAFT: Draft = {
  indicator: 'availability',
  bound: '',
  objective: '99.9',
  window: '30d',
};

/** Indicators that have a bound. */
export function takesBound(indicator: string): boolean {
  return indicator === 'latency' || indicator === 'freshness';
}

/** A draft as the annotation writes it. */
export function textOf(draft: Draft): string {
  const { indicator, objective, window } = draft;
  const bound = draft.bound.trim();
  const bounded = bound !== '' && takesBound(indicator) ? `(${bound})` : '';
  return `${indicator}${bounded}=${objective.trim()}/${window.trim()}`;
}

/** Drafts as the annotation writes them. */
export function joined(drafts: readonly Draft[]): string {
  return drafts.map(textOf).join(', ');
}

/** An objective that has all its parts, whatever they hold. */
const LOOSE = /^([a-z]+) *(?:\(([^()]*)\))? *=([^=/]*)\/([^=/]*)$/;

/** More would be no form that anybody fills in. */
const MOST = { items: 20, length: 1000 };

/** A value with mistakes in fields, so that each stands where it is mended. */
function looseDrafts(value: string): Draft[] | undefined {
  const items = value.split(',').map(item => LOOSE.exec(item.trim()));
  const drafts = items.flatMap(item => {
    if (!item || !INDICATORS.some(name => name === item[1])) return [];
    const [, indicator, bound = '', objective, window] = item;
    const isLost = bound !== '' && !takesBound(indicator);
    return isLost
      ? []
      : [
          {
            indicator,
            bound: bound.trim(),
            objective: objective.trim(),
            window: window.trim(),
          },
        ];
  });
  return drafts.length === items.length ? drafts : undefined;
}

/** The objectives of a value; undefined where fields could not show all of it. */
export function draftsOf(value: string): Draft[] | undefined {
  if (value.trim() === '') return [];
  const { slos, problems } = parseSlos(value);
  if (problems.length === 0) {
    return slos.map(({ indicator, bound, objective, windowDays }) => ({
      indicator,
      bound: bound?.text ?? '',
      objective,
      window: `${windowDays}d`,
    }));
  }
  const isLong = value.length > MOST.length || problems.length > MOST.items;
  return isLong ? undefined : looseDrafts(value);
}

/** What a draft comes to: its error budget, or why it is none. */
export type DraftVerdict =
  | { is: 'budget'; minutes: number; share: string; days: number }
  /** 100 % or more leaves nothing to spend. */
  | { is: 'hundred' }
  | { is: 'problem'; expected: string };

/** Judges a draft by the parser that the checks use. */
export function judge(draft: Draft): DraftVerdict {
  const { slos, problems } = parseSlos(textOf(draft));
  const slo = slos.at(0);
  if (slo && problems.length === 0) {
    const { minutes, ppm } = errorBudget(slo);
    const share = formatPercent(ppm);
    return { is: 'budget', minutes, share, days: slo.windowDays };
  }
  const percent = draft.objective.trim().replace(/%$/, '');
  return /^\d+(\.\d+)?$/.test(percent) && Number(percent) >= 100
    ? { is: 'hundred' }
    : { is: 'problem', expected: problems.at(0)?.expected ?? '' };
}
