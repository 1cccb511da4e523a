import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { followLocation } from './followLocation';
import type { Ignored } from './Ignored';
import type { FoundFile } from './findFiles';
import { isCatalogInfo } from './isUnrendered';
import { describeRaw, isSkeleton } from './rawEntity';
import type { Fault } from './readFault';
import { readDocuments } from './readDocuments';
import { shownPath } from './shownPath';
import { substitute } from './substitute';
import type { LoadedEntity, Problem } from './types';
import { validateEntity } from './validateEntity';
import type { YamlPlaces } from './YamlPlaces';

interface Source extends FoundFile {
  scored: boolean;
  /** The file as shown. */
  file: string;
  /** Whether a mistake in it ends the run with exit code 2. */
  fatal: boolean;
}

/** A document of a file and where its parts stand. */
interface Origin {
  source: Source;
  places: YamlPlaces;
}

type Told = Pick<Problem, 'line' | 'column' | 'field' | 'message'>;

/** Reads catalog files one after the other and keeps what they define. */
export class CatalogReader {
  readonly entities: LoadedEntity[] = [];
  readonly problems: Problem[] = [];
  private readonly byRef = new Map<string, LoadedEntity>();
  private readonly visited = new Set<string>();

  /**
   * @param explicit - files that a person named; a Location that names one first does not change that
   * @param ignored - what patterns of Locations leave out
   */
  constructor(
    private readonly cwd: string,
    private readonly explicit: ReadonlySet<string>,
    private readonly ignored: Ignored,
  ) {}

  async read(found: FoundFile, options: { scored: boolean }): Promise<void> {
    const source: Source = {
      ...found,
      scored: options.scored,
      file: shownPath(this.cwd, found.path),
      fatal: this.explicit.has(found.path) || isCatalogInfo(found.path),
    };
    const documents = readDocuments(source.path, {
      visited: this.visited,
      expected: source.fatal,
      named: this.explicit.has(source.path),
      report: problem => this.tell('unreadable', source, problem),
      note: problem => this.tell('note', source, problem),
    });
    for (const { data, places } of documents) {
      await this.readEntity(data, { source, places });
    }
  }

  private async readEntity(
    raw: Record<string, unknown>,
    origin: Origin,
  ): Promise<void> {
    const { source, places } = origin;
    const name = places.of(['metadata', 'name']);
    if (isSkeleton(raw) && !source.explicit) {
      const message =
        'The entity is a skeleton of a template (its name is not rendered yet) and was passed over.';
      this.tell('note', source, { ...name, message });
      return;
    }
    const { data, unread, fault } = substitute(raw, source.path);
    unread.forEach(url =>
      this.tell('note', source, {
        ...name,
        message: `The URL "${url}" was not read: the command line reads files only.`,
      }),
    );
    if (fault) {
      this.reject(fault, { raw, origin });
      return;
    }
    const validation = await validateEntity(data);
    if (!validation.ok) {
      this.reject(validation.fault, { raw, origin });
      return;
    }
    const { entity } = validation;
    if (entity.kind === 'Location') {
      await this.readTargets(entity, origin);
    }
    this.keep(entity, { source, ...name });
  }

  private reject(
    { path, message }: Fault,
    entity: { raw: Record<string, unknown>; origin: Origin },
  ): void {
    const { source, places } = entity.origin;
    const field = path.join('.');
    this.tell('rejected', source, {
      ...places.of(path),
      field: field === '' ? undefined : field,
      message: `${message}. The catalog would reject ${describeRaw(
        entity.raw,
      )}.`,
    });
  }

  private keep(
    entity: Entity,
    options: { source: Source; line: number; column: number },
  ): void {
    const { source, line, column } = options;
    const ref = stringifyEntityRef(entity);
    const known = this.byRef.get(ref);
    if (known) {
      this.tell('note', source, {
        line,
        column,
        message: `"${ref}" is already defined in ${known.file}:${known.line}; that one is used, this one is not.`,
      });
      return;
    }
    const loaded = {
      ref,
      entity,
      path: source.path,
      file: source.file,
      line,
      scored: source.scored,
    };
    this.byRef.set(ref, loaded);
    this.entities.push(loaded);
  }

  /** A file that was read is not read again, so Locations may point at each other. */
  private async readTargets(
    location: Entity,
    { source, places }: Origin,
  ): Promise<void> {
    const targets = await followLocation(location, {
      path: source.path,
      base: source.base,
      cwd: this.cwd,
      ignored: this.ignored,
    });
    for (const { target, path, files, isUrl, faults } of targets) {
      const place = places.of(path);
      if (isUrl) {
        this.tell('note', source, {
          ...place,
          message: `The Location target "${target}" was not read: the command line reads files only.`,
        });
      }
      for (const fault of faults) {
        this.tell('rejected', source, {
          ...place,
          field: path.join('.'),
          message: `The Location target "${target}" ${fault}; a catalog file was expected.`,
        });
      }
      for (const file of files) {
        await this.read(
          { path: file, explicit: false, base: source.base },
          { scored: source.scored },
        );
      }
    }
  }

  private tell(kind: Problem['kind'], source: Source, problem: Told): void {
    const fatal = kind !== 'note' && source.fatal;
    this.problems.push({ kind, file: source.file, ...problem, fatal });
  }
}
