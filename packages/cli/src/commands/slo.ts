import { InputError } from '@backstage/errors';
import {
  alertRules,
  budgetUse,
  describeSloProblem,
  errorBudget,
  errorRatioOf,
  parseSlos,
  timeToExhaustion,
} from '@backstage-maturity/plugin-maturity-common';
import type { Slo } from '@backstage-maturity/plugin-maturity-common';
import { wrappedTable } from '../format/columns';
import { jsonText } from '../terminal/controlCharacters';
import { createStyles } from '../terminal/styles';
import type { Style } from '../terminal/styles';
import type { Terminal } from '../terminal/Terminal';
import { EXIT } from './exitCodes';

export interface SloOptions {
  sli?: string;
  burn?: string;
  format: 'text' | 'json';
  ascii: boolean;
}

/** The budget of one objective, and how it stands when a measurement is given. */
interface Budget {
  indicator: string;
  bound: string | null;
  objective: string;
  windowDays: number;
  budgetMinutes: number;
  /** Null without `--sli`. */
  consumed: number | null;
  remaining: number | null;
  remainingMinutes: number | null;
  /** Hours; null when it is not being spent, or when nothing says how fast. */
  exhaustionHours: number | null;
  alerts: readonly {
    windows: string;
    severity: string;
    factor: number;
    threshold: number;
    canFire: boolean;
  }[];
}

/** `maturity slo`: what an inline SLO list allows, and how much of it is left. */
export function slo(
  text: string,
  options: SloOptions,
  terminal: Terminal,
): number {
  const { slos, problems } = parseSlos(text);
  const { text: safe } = createStyles({ colors: false, unicode: true });
  problems.forEach(problem =>
    terminal.message(
      pointer(text, problem.position) + safe(describeSloProblem(problem)),
    ),
  );
  const sli = readNumber(options.sli, { name: '--sli', most: 1 });
  if (
    sli !== undefined &&
    errorRatioOf(`${options.sli}`.trim()) === undefined
  ) {
    throw new InputError(
      `--sli "${options.sli}" has more decimals than can be counted exactly; a ratio such as 0.9995 was expected.`,
    );
  }
  const burn = readNumber(options.burn, { name: '--burn' });
  const budgets = slos.map(each =>
    readBudget(each, {
      sli: sli === undefined ? undefined : options.sli,
      burn,
    }),
  );
  if (options.format === 'json') {
    terminal.out(jsonText({ slos: budgets }));
  } else if (budgets.length > 0) {
    terminal.out(
      budgets
        .map(budget => budgetText(budget, { options, terminal }))
        .join('\n'),
    );
  }
  if (problems.length === 0 && slos.length === 0) {
    terminal.message(
      'No objective was given; expected for example "availability=99.9/30d".',
    );
  }
  return problems.length > 0 || slos.length === 0 ? EXIT.unusable : EXIT.fine;
}

const LONGEST_POINTED = 72;

/** The list with a mark below the place, where both fit on a line of plain characters. */
function pointer(list: string, position: number): string {
  return list.length <= LONGEST_POINTED && /^[\x20-\x7e]+$/.test(list)
    ? `  ${list}\n  ${' '.repeat(position)}^\n`
    : '';
}

function readNumber(
  text: string | undefined,
  options: { name: string; most?: number },
): number | undefined {
  const { name, most } = options;
  if (text === undefined) {
    return undefined;
  }
  const number = /^\d+(?:\.\d+)?(?:[eE]-?\d+)?$/.test(text.trim())
    ? Number(text)
    : NaN;
  if (!Number.isFinite(number) || (most !== undefined && number > most)) {
    const expected =
      most === undefined
        ? 'a number of 0 or more'
        : `a ratio from 0 to ${most}, such as 0.9995`;
    const isPercent = most !== undefined && number > most && number <= 100;
    const hint = isPercent
      ? ' It looks like a percentage; divide it by 100.'
      : '';
    throw new InputError(`${name} "${text}" is not ${expected}.${hint}`);
  }
  return number;
}

function readBudget(
  each: Slo,
  measured: { sli: string | undefined; burn: number | undefined },
): Budget {
  const use =
    measured.sli === undefined
      ? undefined
      : budgetUse(each, { sli: measured.sli.trim() });
  const burn = measured.burn ?? use?.burn;
  return {
    indicator: each.indicator,
    bound: each.bound?.text ?? null,
    objective: each.objective,
    windowDays: each.windowDays,
    budgetMinutes: errorBudget(each).minutes,
    consumed: use?.burn ?? null,
    remaining: use?.remaining ?? null,
    remainingMinutes: use?.remainingMinutes ?? null,
    exhaustionHours:
      burn === undefined
        ? null
        : timeToExhaustion({
            remaining: use?.remaining ?? 1,
            windowDays: each.windowDays,
            burn,
          }),
    alerts: alertRules(each).map(
      ({ name, severity, factor, threshold, canFire }) => ({
        windows: name,
        severity,
        factor,
        threshold,
        canFire,
      }),
    ),
  };
}

function budgetText(
  budget: Budget,
  context: { options: SloOptions; terminal: Terminal },
): string {
  const { options, terminal } = context;
  const styles = createStyles({
    colors: terminal.colors,
    unicode: terminal.unicode && !options.ascii,
  });
  const bound = budget.bound === null ? '' : ` (${budget.bound})`;
  const rows: string[][] = [['budget', minutes(budget.budgetMinutes)]];
  if (
    budget.consumed !== null &&
    budget.remaining !== null &&
    budget.remainingMinutes !== null
  ) {
    rows.push(['consumed', percent(budget.consumed)]);
    rows.push([
      'remaining',
      styles.paint(
        budgetStyle(budget.remaining),
        `${percent(budget.remaining)} (${minutes(budget.remainingMinutes)})`,
      ),
    ]);
  }
  if (options.sli !== undefined || options.burn !== undefined) {
    rows.push(['exhausted', exhaustion(budget.exhaustionHours)]);
  }
  for (const alert of budget.alerts) {
    const note = alert.canFire
      ? ''
      : '  cannot fire: even a total outage stays below it';
    rows.push([
      `${alert.severity} ${alert.windows}`,
      `burn over ${round(alert.factor)}, errors over ${percent(
        alert.threshold,
      )}${note}`,
    ]);
  }
  const title = `${budget.indicator}${bound} ${budget.objective}% over ${budget.windowDays} days`;
  return [
    styles.paint('bold', styles.text(title)),
    ...wrappedTable(
      rows.map(([word, value]) => [styles.paint('dim', word), value]),
      terminal.columns,
    ),
    '',
  ].join('\n');
}

/** A quarter left is the border between watching a budget and being at risk. */
function budgetStyle(remaining: number): Style {
  if (remaining <= 0) {
    return 'red';
  }
  return remaining <= 0.25 ? 'yellow' : 'green';
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes, and in brackets what a person has a feeling for. */
function minutes(value: number): string {
  const size = Math.abs(value);
  const text = `${round(value)} minutes`;
  if (size >= DAY) {
    return `${text}, ${round(value / DAY)} days`;
  }
  return size >= HOUR ? `${text}, ${round(value / HOUR)} hours` : text;
}

function percent(ratio: number): string {
  return `${round(ratio * 100)}%`;
}

function exhaustion(hours: number | null): string {
  if (hours === null) {
    return 'not at this burn rate';
  }
  if (hours === 0) {
    return 'now: nothing is left';
  }
  return `in ${round(hours)} hours (${round(
    hours / 24,
  )} days) at this burn rate, at the earliest`;
}

/** Four significant digits: more says nothing, and less hides what 99.99 % allows. */
function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}
