import type { Entity } from '@backstage/catalog-model';
import type {
  AnnotationValue,
  EntityView,
  Lifecycle,
  Tier,
  TypedLink,
} from '../entity/types';

/** Told what is read, by whoever asks questions one turn after the other. */
export interface Reader {
  /** Number of the turn. */
  readonly turn: number;
  tell(ref: string): void;
}

/** An entity that tells, once in each turn, when anything of it but its reference is read. */
export class TrackedView implements EntityView {
  readonly ref: string;
  readonly kind: string;
  private toldIn = -1;

  constructor(
    private readonly view: EntityView,
    private readonly reader: Reader,
  ) {
    this.ref = view.ref;
    this.kind = view.kind;
  }

  get namespace(): string {
    return this.opened().namespace;
  }

  get name(): string {
    return this.opened().name;
  }

  get entity(): Entity {
    return this.opened().entity;
  }

  get title(): string {
    return this.opened().title;
  }

  get type(): string {
    return this.opened().type;
  }

  get runtime(): boolean {
    return this.opened().runtime;
  }

  get lifecycle(): Lifecycle {
    return this.opened().lifecycle;
  }

  get lifecycleWord(): EntityView['lifecycleWord'] {
    return this.opened().lifecycleWord;
  }

  get tier(): Tier | undefined {
    return this.opened().tier;
  }

  get tierWord(): EntityView['tierWord'] {
    return this.opened().tierWord;
  }

  get tags(): readonly string[] {
    return this.opened().tags;
  }

  get annotations(): ReadonlyMap<string, unknown> {
    return this.opened().annotations;
  }

  read(key: string): AnnotationValue {
    return this.opened().read(key);
  }

  links(type: string): readonly TypedLink[] {
    return this.opened().links(type);
  }

  private opened(): EntityView {
    const { turn } = this.reader;
    if (this.toldIn !== turn) {
      this.toldIn = turn;
      this.reader.tell(this.ref);
    }
    return this.view;
  }
}
