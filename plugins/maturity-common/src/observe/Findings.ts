import type { Observation, RepositoryFacts } from './types';

/** More observations of one check prove nothing more; facts are stored and hashed. */
const MAX_PER_CHECK = 20;

/** Collects what is seen while the files of a tree are read. */
export class Findings {
  readonly problems: { source: string; message: string }[] = [];
  private readonly observations = new Map<string, Observation[]>();

  /** Notes that a file shows the practice of a check. */
  see(check: string, source: string, value: string): void {
    const list = this.observations.get(check) ?? [];
    const isNew = !list.some(
      known => known.source === source && known.value === value,
    );
    if (isNew && list.length < MAX_PER_CHECK) {
      list.push({ source, value });
      this.observations.set(check, list);
    }
  }

  /** Notes that a file is not what its name says. */
  problem(source: string, message: string): void {
    this.problems.push({ source, message });
  }

  seen(): RepositoryFacts['seen'] {
    const sorted = [...this.observations].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(sorted);
  }
}

/** A path with its line, when one is known. */
export function place(path: string, line: number | undefined): string {
  return line === undefined ? path : `${path}:${line}`;
}
