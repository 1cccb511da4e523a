import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { isWithin, sharedFolder } from './boundary';
import { findWorkTree, Ignored } from './Ignored';
import { isGlob, matchGlob } from './findFiles';
import type { FoundFile } from './findFiles';
import { describeRaw, isSkeleton, targetsOf } from './rawEntity';
import { readDocuments } from './readDocuments';
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

/** Reads catalog files one after the other and keeps what they define. */
export class CatalogReader {
  readonly entities: LoadedEntity[] = [];
  readonly problems: Problem[] = [];
  private readonly byRef = new Map<string, LoadedEntity>();
  private readonly visited = new Set<string>();
  private readonly ignored = new Ignored();

  /**
   * @param explicit - files that a person named; a Location that names one first does not change that
   */
  constructor(
    private readonly cwd: string,
    private readonly explicit: ReadonlySet<string>,
  ) {}

  async read(found: FoundFile, options: { scored: boolean }): Promise<void> {
    const source: Source = {
      ...found,
      scored: options.scored,
      file: this.shown(found.path),
      fatal:
        this.explicit.has(found.path) ||
        /^catalog-info\./i.test(basename(found.path)),
    };
    const documents = readDocuments(source.path, {
      visited: this.visited,
      expected: source.fatal,
      named: this.explicit.has(source.path),
      report: problem => this.report(source, problem),
      note: problem => this.note(source, problem),
    });
    for (const { data, places } of documents) {
      await this.readEntity(data, { source, places });
    }
  }

  private async readEntity(
    raw: Record<string, unknown>,
    options: { source: Source; places: YamlPlaces },
  ): Promise<void> {
    const { source, places } = options;
    const line = places.lineOf(['metadata', 'name']);
    if (isSkeleton(raw) && !source.explicit) {
      const message =
        'The entity is a skeleton of a template (its name is not rendered yet) and was passed over.';
      this.problems.push({ file: source.file, line, message, fatal: false });
      return;
    }
    let data: unknown = raw;
    try {
      const substitution = substitute(raw, source.path);
      data = substitution.data;
      substitution.unread.forEach(url =>
        this.note(source, {
          line,
          message: `The URL "${url}" was not read: the command line reads files only.`,
        }),
      );
    } catch (error) {
      this.report(source, {
        line: places.lineOf(['spec', 'definition']),
        message: isError(error) ? error.message : String(error),
      });
      return;
    }
    const validation = await validateEntity(data);
    if (!validation.ok) {
      const { path, message } = validation.fault;
      const field = path.join('.');
      this.report(source, {
        line: places.lineOf(path),
        field: field === '' ? undefined : field,
        message: `${message}. The catalog would reject ${describeRaw(raw)}.`,
      });
      return;
    }
    const { entity } = validation;
    if (entity.kind === 'Location') {
      await this.followLocation(entity, { source, line });
    }
    this.keep(entity, { source, line });
  }

  private keep(
    entity: Entity,
    options: { source: Source; line: number },
  ): void {
    const { source, line } = options;
    const ref = stringifyEntityRef(entity);
    const known = this.byRef.get(ref);
    if (known) {
      this.note(source, {
        line,
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

  /**
   * Follows the relative targets of a Location. They may not leave the git work tree of the file; where
   * there is none, no folder is the root, so `../` is followed, but no link out of where it leads. A file
   * that was read is not read again, so Locations may point at each other.
   */
  private async followLocation(
    entity: Entity,
    options: { source: Source; line: number },
  ): Promise<void> {
    const { source, line } = options;
    const workTree = findWorkTree(dirname(source.path));
    for (const target of targetsOf(entity)) {
      if (/^[a-z][a-z\d+.-]+:\/\//i.test(target)) {
        this.note(source, {
          line,
          message: `The Location target "${target}" was not read: the command line reads files only.`,
        });
        continue;
      }
      const path = resolve(dirname(source.path), target);
      const boundary = workTree ?? sharedFolder(source.base, dirname(path));
      const files = isGlob(target)
        ? await matchGlob(target, dirname(source.path), this.ignored)
        : [path];
      for (const file of files) {
        const isInside = isWithin(file, boundary);
        if (!isInside || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
          const why = isInside
            ? 'does not exist'
            : `leaves "${this.shown(boundary)}"`;
          this.report(source, {
            line,
            field: 'spec.targets',
            message: `The Location target "${target}" ${why}; a catalog file was expected.`,
          });
          continue;
        }
        await this.read(
          { path: file, explicit: false, base: source.base },
          { scored: source.scored },
        );
      }
    }
  }

  private report(
    source: Source,
    problem: Pick<Problem, 'line' | 'field' | 'message'>,
  ): void {
    this.problems.push({ file: source.file, ...problem, fatal: source.fatal });
  }

  private note(
    source: Source,
    problem: Pick<Problem, 'line' | 'message'>,
  ): void {
    this.problems.push({ file: source.file, ...problem, fatal: false });
  }

  private shown(path: string): string {
    return relative(this.cwd, path).split(sep).join('/') || '.';
  }
}
