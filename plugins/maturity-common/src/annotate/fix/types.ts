import type { Change } from '../types';

/**
 * How a person gives a value; each surface has its own control for each.
 *
 * @public
 */
export type Picker =
  /** A Group of the catalog. */
  | { kind: 'owner' }
  | { kind: 'system' }
  | { kind: 'template' }
  /** References of entities, with commas between them. */
  | { kind: 'entities'; kinds: readonly string[] }
  | { kind: 'tier' }
  /** Objectives, with the error budget shown. */
  | { kind: 'slo' }
  | { kind: 'url' }
  | { kind: 'url-or-path' }
  | { kind: 'text'; hint: string }
  /** One of the options; with `free`, also something else. */
  | { kind: 'choice'; options: readonly string[]; free: boolean }
  /** Several of the options, with commas between them. */
  | { kind: 'choices'; options: readonly string[]; free: boolean }
  | { kind: 'number'; minimum: number; maximum?: number }
  /** `YYYY-MM-DD`; `withUrl` also takes an address behind a blank. */
  | { kind: 'date'; withUrl: boolean }
  /** `true`, or nothing at all. */
  | { kind: 'flag' };

/**
 * What a field of a form sets.
 *
 * @public
 */
export type FixTarget =
  | { is: 'annotation'; key: string }
  | { is: 'field'; path: readonly string[]; list: boolean };

/**
 * One value to give.
 *
 * @public
 */
export interface FixField {
  /** Unique in the form. */
  id: string;
  /** A few words. */
  label: string;
  /** One sentence. */
  help: string;
  picker: Picker;
  /** The value as it is written now; empty when there is none. */
  current: string;
  /** A value that is likely and not certain, to begin with when there is none. */
  suggested?: string;
  /** A value that shows the form. */
  example?: string;
  /** Canonical reference of the entity that holds the value. */
  entity: string;
  sets: FixTarget;
}

/**
 * How a check that fails or is unknown is put right.
 *
 * @public
 */
export type Fix =
  /** A machine knows it: these changes, and why there is no doubt. */
  | {
      kind: 'changes';
      check: string;
      entity: string;
      changes: readonly Change[];
      why: string;
    }
  /** A person knows it: values for all the fields, or for at least one of them. */
  | {
      kind: 'form';
      check: string;
      entity: string;
      needs: 'all' | 'one';
      fields: readonly FixField[];
    }
  /** No value of an entity is known to help, as with a check of another plugin: only its remedy. */
  | { kind: 'advice'; check: string; entity: string; remedy: string };

/** @public */
export type FixForm = Extract<Fix, { kind: 'form' }>;
