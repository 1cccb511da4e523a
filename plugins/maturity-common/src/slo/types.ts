/**
 * Service level indicators that the grammar knows.
 *
 * @public
 */
export const INDICATORS = [
  'availability',
  'latency',
  'errors',
  'throughput',
  'freshness',
  'correctness',
  'durability',
] as const;

/** @public */
export type Indicator = (typeof INDICATORS)[number];

/**
 * One objective of an inline SLO or SLA list.
 *
 * @public
 */
export interface Slo {
  indicator: Indicator;
  /** Bound of latency or freshness in milliseconds, with the text as written. */
  bound?: { ms: number; text: string };
  /** Objective in integer parts per million of 100 %, e.g. 99.95 % = 999500. */
  objectivePpm: number;
  /** The objective as written, without `%`. */
  objective: string;
  windowDays: number;
}

/**
 * One bad item of a list: where it starts, what was there and what was expected.
 *
 * @public
 */
export interface SloProblem {
  /** Zero-based offset in the value. */
  position: number;
  text: string;
  expected: string;
}

/**
 * The good items are kept even when others are bad; one bad item makes the annotation fail.
 *
 * @public
 */
export interface SloParse {
  slos: Slo[];
  problems: SloProblem[];
}

/**
 * An SLO file, reduced to what scoring needs.
 *
 * @public
 */
export interface SloSpec {
  format: 'sloth/prometheus/v1' | 'openslo/v1';
  service: string;
  objectives: readonly {
    name: string;
    /** The indicator when the file tells it by name or label. */
    indicator?: Indicator;
    objective: string;
    objectivePpm: number;
    windowDays: number;
    hasQuery: boolean;
  }[];
}
