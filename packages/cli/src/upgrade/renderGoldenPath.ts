import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { parseTemplateRef } from '@backstage-maturity/plugin-maturity-common';
import type { FileSet } from './files';
import { findTemplate } from './readTemplate';
import { renderService } from './renderService';
import { templatesOnDisk } from './templateFolder';

/**
 * The files of a new service, byte for byte those that the scaffolder makes, without running it.
 *
 * @param options - `templates` is the folder that the template lies in, `template` its name or reference,
 *   `answers` are the values of its parameters, `portal` is the address of the portal
 * @returns the files by their path
 * @throws InputError when there is no such template, or when it does what only the scaffolder can do
 *
 * @public
 */
export async function renderGoldenPath(options: {
  templates: string;
  template: string;
  answers: JsonObject;
  portal: string;
}): Promise<FileSet> {
  const { answers, portal } = options;
  const ref = parseTemplateRef(options.template);
  if (ref === undefined) {
    throw new InputError(
      `"${options.template}" is no template; its name or its reference was expected.`,
    );
  }
  const folder = templatesOnDisk(options.templates);
  const template = await findTemplate(folder, ref);
  return renderService({ folder, template, answers, portal });
}
