import type {
  HistoryPage,
  ScorecardDetail,
} from '@backstage-maturity/plugin-maturity-common';
import {
  maskReference,
  maskText,
  maskWords,
  RESTRICTED,
  type Seen,
} from './maskText';

type Result = ScorecardDetail['scorecard']['results'][number];
type Details = NonNullable<Result['details']>;
type Evidence = Result['evidence'][number];
type Change = HistoryPage['items'][number]['checks'][number];
type Grounds = NonNullable<Change['before']>;

/** Details that hold nothing but references. */
const OF_ENTITIES: ReadonlySet<string> = new Set([
  'from',
  'targets',
  'template',
]);
/** What remains beside an entity that the value was inherited from: the name of the key that was read. */
const BESIDE_HOLDER: ReadonlySet<string> = new Set(['source']);
/** What remains beside a template: what the entity itself says. Everything else is that of the template. */
const BESIDE_TEMPLATE: ReadonlySet<string> = new Set([
  'source',
  'value',
  'version',
]);

function isHidden(ref: unknown, visible: Seen): ref is string {
  return typeof ref === 'string' && !visible.has(ref);
}

/** The ways to write a reference that leave out what can be guessed. */
function shortNames(ref: string): string[] {
  const [, kind, namespace, name] = /^([^:]*):([^/]*)\/(.*)$/s.exec(ref) ?? [];
  return name ? [name, `${kind}:${name}`, `${namespace}/${name}`] : [];
}

/** Masks the texts of one result or of one side of a change. */
class Mask {
  readonly #visible: Seen;
  readonly #shortNames: ReadonlySet<string>;

  constructor(visible: Seen, details: Details | undefined) {
    this.#visible = visible;
    const refs = [details?.template, details?.targets].flat();
    this.#shortNames = new Set(
      refs.filter(ref => isHidden(ref, visible)).flatMap(shortNames),
    );
  }

  details(details: Details, inherited: boolean): Details {
    const kept = this.#keptOf(details, inherited);
    return Object.fromEntries(
      Object.entries(details).map(([key, value]) => [
        key,
        kept?.has(key) !== false || typeof value === 'number'
          ? this.#value(key, value)
          : RESTRICTED,
      ]),
    );
  }

  evidence(one: Evidence): Evidence {
    if (isHidden(one.from, this.#visible)) {
      return { ...one, from: RESTRICTED, value: RESTRICTED };
    }
    const value =
      one.strength === 'graph'
        ? maskReference(one.value, this.#visible)
        : this.#text(one.value);
    return { ...one, source: maskWords(one.source, this.#visible), value };
  }

  /** The details that a hidden entity leaves; undefined when all of them may stay. */
  #keptOf(
    details: Details,
    inherited: boolean,
  ): ReadonlySet<string> | undefined {
    if (inherited || isHidden(details.from, this.#visible)) {
      return BESIDE_HOLDER;
    }
    return isHidden(details.template, this.#visible)
      ? BESIDE_TEMPLATE
      : undefined;
  }

  #value(key: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map(each => this.#value(key, each));
    if (typeof value !== 'string') return value;
    if (OF_ENTITIES.has(key)) return maskReference(value, this.#visible);
    return key === 'source'
      ? maskWords(value, this.#visible)
      : this.#text(value);
  }

  #text(text: string): string {
    return this.#shortNames.has(text.trim().toLocaleLowerCase('en-US'))
      ? RESTRICTED
      : maskText(text, this.#visible);
  }
}

/** Hides what one result tells of entities that the caller may not see. */
export function maskResult(result: Result, visible: Seen): Result {
  const { details, evidence, ...rest } = result;
  const mask = new Mask(visible, details);
  const inherited = evidence.some(one => isHidden(one.from, visible));
  return {
    ...rest,
    ...(details ? { details: mask.details(details, inherited) } : {}),
    evidence: evidence.map(one => mask.evidence(one)),
  };
}

/** Hides what one side of a change tells of entities that the caller may not see. */
export function maskGrounds(grounds: Grounds, visible: Seen): Grounds {
  const { reason, details, evidence } = grounds;
  const mask = new Mask(visible, details);
  const inherited = isHidden(evidence?.from, visible);
  return {
    reason,
    ...(details ? { details: mask.details(details, inherited) } : {}),
    ...(evidence ? { evidence: mask.evidence(evidence) } : {}),
  };
}
