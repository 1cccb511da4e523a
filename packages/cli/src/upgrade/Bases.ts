import { resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { lookAt } from '../load/lookAt';
import { blobId, type FileSet } from './files';
import { ORIGIN_FILE, type Origin, type RecordedFile } from './origin';
import { findTemplate, type StarterTemplate } from './readTemplate';
import { renderService } from './renderService';
import { templatesAtRef, templatesOfVersion } from './templateHistory';
import { type TemplateFolder, templatesOnDisk } from './templateFolder';

export interface BasesOptions {
  origin: Origin;
  /** The template as it is now. */
  template: StarterTemplate;
  /** Folder of templates in whose git history older ones are looked for. */
  archive: string;
  /** Where the templates are as they were, when somebody said so. */
  from: string | undefined;
  /** Folder that a relative `from` is seen from. */
  cwd: string;
  /** Reads what the repository of the service has held. */
  object(id: string): Promise<Buffer | undefined>;
  signal: AbortSignal | undefined;
}

/**
 * The files as the golden path made them before. Their ids are recorded in the service, so that what is found
 * is known to be right: in the history of the service, or by rendering the older templates again.
 */
export class Bases {
  private rendering: Promise<FileSet | undefined> | undefined;

  constructor(private readonly options: BasesOptions) {}

  /**
   * The files with their ids.
   *
   * @throws InputError when they are neither recorded nor can be made again
   */
  async recorded(): Promise<ReadonlyMap<string, RecordedFile>> {
    const { origin, template, archive } = this.options;
    if (origin.files !== undefined) {
      return origin.files;
    }
    const made = await this.render();
    if (made === undefined) {
      throw new InputError(
        `"${ORIGIN_FILE}" does not record the files that version ${origin.version} of "${template.name}" made, and the history of "${archive}" does not hold that version; expected --from with a folder, a tag or a commit that holds it.`,
      );
    }
    const files = [...made].filter(([path]) => path !== ORIGIN_FILE);
    return new Map(
      files.map(([path, { bytes, executable }]) => [
        path,
        { id: blobId(bytes), executable },
      ]),
    );
  }

  /** The bytes of one of them; undefined when they are nowhere. */
  async content(path: string): Promise<Buffer | undefined> {
    const { origin, object } = this.options;
    const id = origin.files?.get(path)?.id;
    const kept = id === undefined ? undefined : await object(id);
    if (kept !== undefined) {
      return kept;
    }
    const made = (await this.render())?.get(path)?.bytes;
    return made && (id === undefined || blobId(made) === id) ? made : undefined;
  }

  private render(): Promise<FileSet | undefined> {
    this.rendering ??= this.renderOnce().catch(error => {
      // Nobody named the older templates that were found; those that cannot be rendered are none.
      if (this.options.from === undefined && error instanceof InputError) {
        return undefined;
      }
      throw error;
    });
    return this.rendering;
  }

  private async renderOnce(): Promise<FileSet | undefined> {
    const { origin, from, signal } = this.options;
    const folder = await this.folder();
    if (folder === undefined) {
      return undefined;
    }
    const template = await findTemplate(folder, origin.template);
    if (template.version !== origin.version) {
      throw new InputError(
        `The service was made by version ${origin.version} of "${
          template.name
        }", and "${from}" holds version ${
          template.version ?? 'none'
        }; expected the older templates, which made it.`,
      );
    }
    return renderService({
      folder,
      template,
      answers: origin.answers,
      portal: origin.portal,
      signal,
    });
  }

  private async folder(): Promise<TemplateFolder | undefined> {
    const { origin, template, archive, from, cwd } = this.options;
    if (from === undefined) {
      return templatesOfVersion(archive, {
        file: template.file,
        template: template.ref,
        version: origin.version,
      });
    }
    const folder = resolve(cwd, from);
    return lookAt(folder).stats?.isDirectory()
      ? templatesOnDisk(folder)
      : templatesAtRef(archive, from);
  }
}
