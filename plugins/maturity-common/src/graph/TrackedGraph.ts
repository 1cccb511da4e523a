import type { EntityView } from '../entity/types';
import { TrackedView } from './TrackedView';
import type { CatalogGraph, Target } from './types';

// What stands between the two arguments of a question. No relation type contains it.
const SEPARATOR = '\n';

type PlaceName = Parameters<CatalogGraph['places']>[1];

function toPlace(text: string): PlaceName {
  switch (text) {
    case 'system':
    case 'domain':
      return text;
    default:
      return 'owner';
  }
}

function namesOf(views: readonly EntityView[]): string {
  return views.map(view => view.ref).join(SEPARATOR);
}

function targetsText(targets: readonly Target[]): string {
  return targets
    .map(({ ref, view }) => (view ? `+${ref}` : `-${ref}`))
    .join(SEPARATOR);
}

/**
 * The letter of a recorded question and the reference that it is about, for whoever is not `self`;
 * undefined for what an entity asked about itself, or about the whole catalog.
 *
 * @public
 */
export function aboutWhat(question: string): string | undefined {
  const end = question.indexOf(SEPARATOR);
  const about = end === -1 ? question : question.slice(0, end);
  return about.length > 1 ? about : undefined;
}

/**
 * The texts of questions, each made once: entities ask the same over and over, and a text that is the same
 * object is found in a set without being read.
 */
class QuestionTexts {
  /** By method, argument and reference. */
  private readonly texts = new Map<string, Map<string, Map<string, string>>>();

  of(method: string, ref: string, argument: string = ''): string {
    const byArgument = entryOf(this.texts, method);
    const byRef = entryOf(byArgument, argument);
    let text = byRef.get(ref);
    if (text === undefined) {
      text = method + ref + (argument && SEPARATOR + argument);
      byRef.set(ref, text);
    }
    return text;
  }
}

function entryOf<T>(
  maps: Map<string, Map<string, T>>,
  key: string,
): Map<string, T> {
  let found = maps.get(key);
  if (!found) maps.set(key, (found = new Map()));
  return found;
}

/**
 * A graph that records what is asked of it. A question is a short text: a letter for the method, then
 * its arguments, where an empty reference stands for the entity whose questions they are. Lists are
 * recorded as lists of references; what an entity of a list holds becomes a question of its own when
 * something of it is read, so an entity depends on exactly what its checks looked at.
 *
 * @public
 */
export class TrackedGraph implements CatalogGraph {
  readonly partial: boolean;
  private readonly views = new Map<EntityView, TrackedView>();
  private readonly texts = new QuestionTexts();
  private asked: Set<string> | undefined;
  private self = '';
  private readonly reader = {
    turn: 0,
    tell: (ref: string) => this.ask('v', ref),
  };

  constructor(private readonly graph: CatalogGraph) {
    this.partial = graph.partial;
  }

  /** Does some work on behalf of an entity and gives the distinct questions that it asked. */
  record<T>(self: string, work: () => T): { value: T; questions: string[] } {
    const asked = new Set<string>();
    this.asked = asked;
    this.self = self;
    this.reader.turn += 1;
    try {
      return { value: work(), questions: [...asked] };
    } finally {
      this.asked = undefined;
    }
  }

  get(ref: string): EntityView | undefined {
    this.ask('g', ref);
    const view = this.graph.get(ref);
    return view && this.tracked(view);
  }

  all(kind: string): readonly EntityView[] {
    this.ask('a', kind);
    return this.trackedAll(this.graph.all(kind));
  }

  hasAny(kind: string): boolean {
    this.ask('n', kind);
    return this.graph.hasAny(kind);
  }

  targets(ref: string, relation: string): readonly Target[] {
    this.ask('t', ref, relation);
    return this.trackedTargets(this.graph.targets(ref, relation));
  }

  owners(ref: string): readonly Target[] {
    this.ask('o', ref);
    return this.trackedTargets(this.graph.owners(ref));
  }

  places(ref: string, place: PlaceName): readonly EntityView[] {
    this.ask('p', ref, place);
    return this.trackedAll(this.graph.places(ref, place));
  }

  consumerTeams(ref: string): readonly string[] {
    this.ask('c', ref);
    return this.graph.consumerTeams(ref);
  }

  providers(apiRef: string): readonly Target[] {
    this.ask('r', apiRef);
    return this.trackedTargets(this.graph.providers(apiRef));
  }

  dangling(ref: string): readonly string[] {
    this.ask('d', ref);
    return this.graph.dangling(ref);
  }

  templateStacks(): readonly string[] {
    this.ask('s', '');
    return this.graph.templateStacks();
  }

  hasPlatformOfferings(): boolean {
    this.ask('h', '');
    return this.graph.hasPlatformOfferings();
  }

  isPlatformOffering(ref: string): boolean {
    this.ask('i', ref);
    return this.graph.isPlatformOffering(ref);
  }

  members(ref: string): readonly EntityView[] {
    this.ask('m', ref);
    return this.trackedAll(this.graph.members(ref));
  }

  private ask(method: string, ref: string, argument?: string): void {
    if (!this.asked) return;
    const about = ref === this.self ? '' : ref;
    this.asked.add(this.texts.of(method, about, argument));
  }

  private tracked(view: EntityView): EntityView {
    let tracked = this.views.get(view);
    if (!tracked) {
      tracked = new TrackedView(view, this.reader);
      this.views.set(view, tracked);
    }
    return tracked;
  }

  private trackedAll(views: readonly EntityView[]): readonly EntityView[] {
    return views.map(view => this.tracked(view));
  }

  private trackedTargets(targets: readonly Target[]): readonly Target[] {
    return targets.map(target =>
      target.view
        ? { ref: target.ref, view: this.tracked(target.view) }
        : target,
    );
  }
}

interface Parsed {
  method: string;
  /** Empty for the entity whose question it is. */
  ref: string;
  argument: string;
}

function parse(question: string): Parsed {
  const [ref, argument = ''] = question.slice(1).split(SEPARATOR);
  return { method: question.charAt(0), ref, argument };
}

/**
 * Answers recorded questions about a graph as texts: equal texts mean that whoever asked would be told
 * the same again. Answers about other entities are kept, because thousands share them.
 *
 * @public
 */
export class GraphAnswers {
  private readonly kept = new Map<string, string>();
  /** Questions of entities about themselves: there are few, and every entity asks them. */
  private readonly own = new Map<string, Parsed>();

  /** @param contentOf - a text, such as a hash, that differs whenever the entity differs */
  constructor(
    private readonly graph: CatalogGraph,
    private readonly contentOf: (view: EntityView) => string,
  ) {}

  /** The answer to a question of the entity `self`; a question that nobody can ask has an empty one. */
  answer(self: string, question: string): string {
    const second = question.charAt(1);
    if (second === '' || second === SEPARATOR) {
      let parsed = this.own.get(question);
      if (!parsed) {
        parsed = parse(question);
        this.own.set(question, parsed);
      }
      return this.compute(parsed.method, self, parsed.argument);
    }
    let known = this.kept.get(question);
    if (known === undefined) {
      const { method, ref, argument } = parse(question);
      known = this.compute(method, ref, argument);
      this.kept.set(question, known);
    }
    return known;
  }

  private compute(method: string, ref: string, argument: string): string {
    const { graph } = this;
    switch (method) {
      case 'g':
        return graph.get(ref) ? '+' : '-';
      case 'v': {
        const view = graph.get(ref);
        return view ? this.contentOf(view) : '-';
      }
      case 'a':
        return namesOf(graph.all(ref));
      case 'n':
        return graph.hasAny(ref) ? '+' : '-';
      case 't':
        return targetsText(graph.targets(ref, argument));
      case 'o':
        return targetsText(graph.owners(ref));
      case 'p':
        return namesOf(graph.places(ref, toPlace(argument)));
      case 'c':
        return graph.consumerTeams(ref).join(SEPARATOR);
      case 'r':
        return targetsText(graph.providers(ref));
      case 'd':
        return graph.dangling(ref).join(SEPARATOR);
      case 's':
        return graph.templateStacks().join(SEPARATOR);
      case 'h':
        return graph.hasPlatformOfferings() ? '+' : '-';
      case 'i':
        return graph.isPlatformOffering(ref) ? '+' : '-';
      case 'm':
        return namesOf(graph.members(ref));
      default:
        return '';
    }
  }
}
