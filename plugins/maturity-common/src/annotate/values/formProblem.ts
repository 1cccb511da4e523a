import {
  isNegative,
  isUrlOrPath,
  parseDatedLink,
  isHttpUrl,
  parseInteger,
  parseIsoDate,
  parseList,
  parseSemver,
  parseTemplateRef,
} from '../../entity';
import type { ValueForm } from '../../entity';
import { parseSlos } from '../../slo';

/** Why a text is not of a form: where in the text, what stands there, and what was expected. */
export interface FormProblem {
  /** Offset in the trimmed text. */
  position: number;
  found: string;
  expected: string;
}

function wholly(text: string, expected: string): FormProblem {
  return { position: 0, found: text, expected };
}

function unless(
  isRight: boolean,
  text: string,
  expected: string,
): FormProblem | undefined {
  return isRight ? undefined : wholly(text, expected);
}

function choice(words: readonly string[]): string {
  return `one of ${words.join(', ')}`;
}

function oneOf(
  text: string,
  words: { accepted: readonly string[]; refused: readonly string[] },
): FormProblem | undefined {
  const known = [...words.accepted, ...words.refused];
  return unless(
    known.includes(text.toLowerCase()),
    text,
    choice(words.accepted),
  );
}

/** The first word of a list that is none of the accepted ones. */
function listOf(
  text: string,
  accepted: readonly string[],
): FormProblem | undefined {
  let position = 0;
  for (const part of text.split(',')) {
    const word = part.trim();
    if (word !== '' && !accepted.includes(word.toLowerCase())) {
      const blanks = part.length - part.trimStart().length;
      return {
        position: position + blanks,
        found: word,
        expected: choice(accepted),
      };
    }
    position += part.length + 1;
  }
  return list(text);
}

function list(text: string): FormProblem | undefined {
  return unless(
    parseList(text).length > 0,
    text,
    'a list of words with commas between them',
  );
}

function objectives(text: string): FormProblem | undefined {
  const { problems, slos } = parseSlos(text);
  const problem = problems.at(0);
  if (problem) {
    const { position, expected } = problem;
    return { position, found: problem.text, expected };
  }
  return unless(slos.length > 0, text, 'at least one objective');
}

function integer(
  text: string,
  { minimum, maximum }: { minimum: number; maximum: number },
): FormProblem | undefined {
  const value = parseInteger(text);
  return unless(
    value !== undefined && value >= minimum && value <= maximum,
    text,
    maximum === Number.MAX_SAFE_INTEGER
      ? `a whole number of at least ${minimum}`
      : `a whole number from ${minimum} to ${maximum}`,
  );
}

function exemption(text: string): FormProblem | undefined {
  const [day = '', ...reason] = text.split(/\s+/);
  return unless(
    parseIsoDate(day) !== undefined && reason.length > 0,
    text,
    'the last day such as 2026-12-31, a space and the reason',
  );
}

/**
 * Why a trimmed text is not of a form, by the parsers that the checks use; undefined when it is. Words
 * that are understood and mean that a practice is absent are of the form.
 */
export function formProblem(
  form: ValueForm,
  text: string,
): FormProblem | undefined {
  switch (form.is) {
    case 'one-of':
      return oneOf(text, form);
    case 'list-of':
      return listOf(text, form.accepted);
    case 'list':
      return list(text);
    case 'integer':
      return integer(text, form);
    case 'date':
      return form.withUrl
        ? unless(
            parseDatedLink(text) !== undefined,
            text,
            'a day such as 2026-01-31, with an optional URL after it',
          )
        : unless(
            parseIsoDate(text) !== undefined,
            text,
            'a day such as 2026-01-31',
          );
    case 'url':
      return unless(isHttpUrl(text), text, 'an http(s) URL');
    case 'url-or-path':
      return unless(isUrlOrPath(text), text, 'a URL or a relative path');
    case 'url-or-word':
      return isHttpUrl(text)
        ? undefined
        : oneOf(text, form) &&
            wholly(text, `${choice(form.accepted)}, or an http(s) URL`);
    case 'flag':
      return unless(
        text.toLowerCase() === 'true' || isNegative(text),
        text,
        '"true", or no such annotation',
      );
    case 'objectives':
      return objectives(text);
    case 'semver':
      return unless(
        parseSemver(text) !== undefined,
        text,
        'a semantic version such as 1.4.0',
      );
    case 'template-ref':
      return unless(
        // No name of the catalog holds a space.
        parseTemplateRef(text) !== undefined && !/\s/.test(text),
        text,
        'a reference to a Template such as template:default/go-service',
      );
    case 'exemption':
      return exemption(text);
    case 'text':
      return undefined;
    default: {
      const unreachable: never = form;
      return unreachable;
    }
  }
}
