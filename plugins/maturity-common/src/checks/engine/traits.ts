import type { EntityView } from '../../entity';
import type { FailReason, PassReason, UnknownReason } from '../reasons';
import type { CheckContext, Evidence, ReasonDetails, Settings } from '../types';

/**
 * Where a practice may be inherited from.
 *
 * @public
 */
export type Place = 'system' | 'domain' | 'owner';

/**
 * What a rule says about one value.
 *
 * @public
 */
export type Judgement =
  | { verdict: 'pass'; reason?: PassReason; details?: ReasonDetails }
  | { verdict: 'fail'; reason: FailReason; details?: ReasonDetails }
  | { verdict: 'unknown'; reason: UnknownReason; details?: ReasonDetails };

/**
 * Judges the trimmed text of one key; `view` is the entity that holds it.
 *
 * @public
 */
export type Rule = (
  text: string,
  subject: { view: EntityView; context: CheckContext },
) => Judgement;

/**
 * One annotation that a check reads.
 *
 * @public
 */
export interface KeyTrait {
  key: string;
  /** `declared` for our own keys, whose failures beat all other keys; `linked` for keys that a known plugin consumes. */
  strength: 'linked' | 'declared';
  rule: Rule;
  /** True when a failure of this own key gives way to other evidence; a negative never does. */
  yields?: boolean;
  /** Words that are values of this key although they are negatives elsewhere. */
  notNegative?: readonly string[];
  /** The key counts only when one of these has a value too. */
  together?: readonly string[];
  /** The key counts only under these settings. */
  when?: (settings: Settings) => boolean;
  /** The path in the repository that the value names, if it names one. */
  path?: (text: string) => string | undefined;
}

/**
 * What a question that is no key found at the entity itself.
 *
 * @public
 */
export type Finding =
  | {
      kind: 'evidence';
      evidence: readonly Evidence[];
      reason?: PassReason;
      details?: ReasonDetails;
    }
  | {
      kind: 'failure';
      /** An objection gives way to other evidence that suffices; a failure does not. */
      objection?: boolean;
      reason: FailReason;
      details?: ReasonDetails;
      evidence?: readonly Evidence[];
    }
  | {
      kind: 'doubt';
      reason: UnknownReason;
      details?: ReasonDetails;
      evidence?: readonly Evidence[];
    };

/**
 * A question to the graph, to the entity's own fields, or to the facts; undefined when there is nothing to say.
 *
 * @public
 */
export type Question = (
  view: EntityView,
  context: CheckContext,
) => Finding | undefined;

/**
 * What makes one built-in check different from another.
 *
 * @public
 */
export interface Traits {
  keys?: readonly KeyTrait[];
  /** `metadata.links[type=...]` that count. */
  linkTypes?: readonly string[];
  question?: Question;
  /**
   * What a thing seen in the repository under the id of the check is worth: it suffices alone, it
   * suffices where there is other evidence too, or it only supports other evidence.
   */
  seen?: 'sufficient' | 'confirming' | 'supporting';
  /** True when the facts of the repository can change the verdict; by default when what is seen suffices alone. */
  repository?: boolean;
  inherits?: readonly Place[];
  /** What else must hold before evidence counts. */
  condition?: {
    holds(view: EntityView, context: CheckContext): boolean;
    otherwise: UnknownReason;
  };
  /** What the repository shows against evidence that was declared; called only for a complete listing. */
  contradiction?: (
    declared: Evidence,
    context: CheckContext,
  ) => string | undefined;
  /** Where the check looks besides keys and links, in words for the reason of an absence. */
  looksAt?: readonly string[];
}
