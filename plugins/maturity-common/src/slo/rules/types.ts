/**
 * How an indicator is measured. Every query is PromQL of the author with `{{.window}}` where a
 * look-back stands.
 *
 * @public
 */
export type SloQueries =
  | {
      /** Bad events and all events. */
      kind: 'bad-and-total';
      bad: string;
      total: string;
    }
  | {
      /** Good events and all events. */
      kind: 'good-and-total';
      good: string;
      total: string;
    }
  | {
      /** A finished share of bad events, from which events can no longer be counted. */
      kind: 'error-ratio';
      ratio: string;
    };

/**
 * What the author wants on the alerts of one severity.
 *
 * @public
 */
export interface SloAlertSettings {
  enabled: boolean;
  labels: ReadonlyMap<string, string>;
  /** Texts in which `{{ $labels.name }}` and `{{ $value }}` are filled in by Prometheus. */
  annotations: ReadonlyMap<string, string>;
}

/**
 * One objective of an SLO file with all that rules need; every name and label in it was validated.
 *
 * @public
 */
export interface SloDefinition {
  format: 'prometheus/v1' | 'openslo/v1';
  /** `<service>-<name>`, unique in a file. */
  id: string;
  service: string;
  name: string;
  /** Empty when the file has none. */
  description: string;
  /** Percent as text without needless zeros, e.g. `99.95`. */
  objective: string;
  /** Parts per million of 100 %; above 0 and below 1,000,000. */
  objectivePpm: number;
  /** Days of the rolling window. */
  windowDays: number;
  /** Labels of the author on every recorded series. */
  labels: ReadonlyMap<string, string>;
  queries: SloQueries;
  alertName: string;
  page: SloAlertSettings;
  ticket: SloAlertSettings;
}

/**
 * Something in an SLO file that cannot become rules: where it stands, what it is, what was expected.
 *
 * @public
 */
export interface SloFileProblem {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Field, e.g. `slos[0].objective`; empty for the file as a whole. */
  path: string;
  /** The value as shown to people: quoted, and cut when long. */
  found: string;
  /** A phrase that goes before "was expected". */
  expected: string;
}

/**
 * The definitions of a file, at least one, or all that is wrong with it.
 *
 * @public
 */
export type SloFileReading =
  | { ok: true; slos: readonly SloDefinition[] }
  | { ok: false; problems: readonly SloFileProblem[] };
