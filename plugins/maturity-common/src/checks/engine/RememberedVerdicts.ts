import type { EntityView } from '../../entity';
import type { CheckContext } from '../types';
import type { Verdict } from './judge';
import { hasLinks } from './reading';
import { SharedDecision } from './SharedDecision';
import type { KeyTrait } from './traits';

/** Longer texts are seldom written twice. */
const LONGEST = 40;
/** Texts that are kept of one key: users write them, and memory must not grow with them. */
const MOST = 200;

// An address is that of one entity.
function isWorthKeeping(text: string): boolean {
  return text.length <= LONGEST && !text.includes('://');
}

// A rule that takes no subject can judge by nothing but the text.
function readsTextOnly({ rule, together, when }: KeyTrait): boolean {
  return rule.length < 2 && !together && !when;
}

/** Where the verdict on one text is kept. */
export interface Slot {
  byText: Map<string, Verdict>;
  text: string;
}

/**
 * Verdicts of one check on entities of which nothing speaks but one value of one key. Teams write the
 * same few words in thousands of entities, and equal verdicts lead to results that are shared.
 */
export class RememberedVerdicts {
  readonly #keys: readonly KeyTrait[];
  readonly #hasLinkTypes: boolean;
  readonly #byKey: ReadonlyMap<string, Map<string, Verdict>>;

  constructor(keys: readonly KeyTrait[], linkTypes: readonly string[]) {
    this.#keys = keys;
    this.#hasLinkTypes = linkTypes.length > 0;
    this.#byKey = new Map(
      keys.filter(readsTextOnly).map(({ key }) => [key, new Map()]),
    );
  }

  /**
   * The slot of an entity; `silent` when nothing of it says anything, undefined when more than one text
   * decides, or what was seen in its repository.
   */
  slotOf(view: EntityView, context: CheckContext): Slot | 'silent' | undefined {
    if (context.facts.repository) return undefined;
    const { annotations } = view;
    let only: string | undefined;
    for (const { key } of this.#keys) {
      if (!annotations.has(key)) continue;
      if (only !== undefined) return undefined;
      only = key;
    }
    if (this.#hasLinkTypes && hasLinks(view)) return undefined;
    if (only === undefined) return 'silent';
    const byText = this.#byKey.get(only);
    if (!byText) return undefined;
    const text = annotations.get(only);
    if (typeof text !== 'string' || !isWorthKeeping(text)) return undefined;
    // A text that holds nothing visible is absent: then other entities are asked, and each has its own.
    return byText.has(text) || view.read(only).state !== 'absent'
      ? { byText, text }
      : undefined;
  }

  static keep({ byText, text }: Slot, verdict: Verdict): void {
    if (byText.size >= MOST) byText.clear();
    byText.set(text, {
      ...verdict,
      decision: new SharedDecision(verdict.decision),
    });
  }
}
