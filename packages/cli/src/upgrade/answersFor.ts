import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { ORIGIN_FILE } from './origin';
import type { StarterTemplate } from './readTemplate';

function refuseUnknown(template: StarterTemplate, anew: JsonObject): void {
  const unknown = Object.keys(anew).find(
    name => !template.parameters.has(name),
  );
  if (unknown !== undefined) {
    throw new InputError(
      `"${template.name}" asks for no "${unknown}"; expected one of ${[
        ...template.parameters.keys(),
      ].join(', ')}.`,
    );
  }
}

function refuseMissing(template: StarterTemplate, answers: JsonObject): void {
  const missing = [...template.required].filter(
    name => !Object.hasOwn(answers, name),
  );
  if (missing.length > 0) {
    throw new InputError(
      `Version ${template.version} of "${
        template.name
      }" asks for ${missing.join(
        ', ',
      )}, which nobody has answered yet; expected each of them below "answers" of "${ORIGIN_FILE}", or with --set.`,
    );
  }
}

function refuseOthers(template: StarterTemplate, answers: JsonObject): void {
  for (const [name, { options, pattern }] of template.parameters) {
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
    const isOption =
      options === undefined ||
      answer === undefined ||
      options.some(each => JSON.stringify(each) === JSON.stringify(answer));
    const isInForm =
      pattern === undefined ||
      typeof answer !== 'string' ||
      new RegExp(pattern, 'u').test(answer);
    if (!isOption || !isInForm) {
      throw new InputError(
        `The answer "${name}" is ${JSON.stringify(answer)}; "${
          template.name
        }" expects ${
          isOption
            ? `a text of the form ${pattern}`
            : `one of ${options?.map(each => JSON.stringify(each)).join(', ')}`
        }.`,
      );
    }
  }
}

/**
 * The answers before, those that replace them, and defaults of what the template did not ask before.
 *
 * @throws InputError when one is missing, or is none that the form of the template would take
 */
export function answersFor(
  template: StarterTemplate,
  given: { before: JsonObject; anew: JsonObject },
): JsonObject {
  refuseUnknown(template, given.anew);
  const answers: JsonObject = { ...given.before, ...given.anew };
  for (const [name, { preset }] of template.parameters) {
    if (!Object.hasOwn(answers, name) && preset !== undefined) {
      answers[name] = preset;
    }
  }
  refuseMissing(template, answers);
  refuseOthers(template, answers);
  return answers;
}
