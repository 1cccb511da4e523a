import type { Check, CheckDefinition, Track } from '../types';
import { ABSENCE, WEIGHTS } from './bounds';
import { didYouMean } from './closest';
import { createDeclaredCheck, rulePlaces } from './declaredCheck';
import type { DeclaredRule } from './declaredCheck';
import { describePredicate } from './predicate/describe';
import { parsePredicate } from './predicate/parsePredicate';
import { placeText } from './predicate/place';
import type { Predicate } from './predicate/types';
import type { Section } from './Section';

const KEYS = [
  'enabled',
  'track',
  'level',
  'weight',
  'title',
  'applies',
  'pass',
  'fail',
  'unknown',
  'absent',
  'remedy',
  'from',
  'nature',
  'decides',
  'passes',
  'fails',
  'source',
];
const NATURES = ['technical', 'cultural'] as const;
const DEFAULT_WEIGHT = 3;

function readPredicate(section: Section, key: string): Predicate | undefined {
  const value = section.value(key);
  return value === undefined
    ? undefined
    : parsePredicate(value, {
        path: section.path(key),
        problems: section.context.problems,
        check: section.context.check ?? '',
        depth: 0,
        item: false,
      });
}

function readRule(section: Section): DeclaredRule | undefined {
  const applies = readPredicate(section, 'applies');
  const fail = readPredicate(section, 'fail');
  const pass = readPredicate(section, 'pass');
  const unknown = readPredicate(section, 'unknown');
  return pass && { applies, fail, pass, unknown };
}

function readTrack(
  section: Section,
  tracks: readonly Track[],
): Track | undefined {
  const id = section.text('track');
  const track = tracks.find(each => each.id === id);
  if (id !== undefined && !track) {
    const ids = tracks.map(each => each.id);
    return section.refuse(
      'track',
      `one of the tracks ${ids.join(', ')}${didYouMean(id, ids)}`,
    );
  }
  return track;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What the rule says in words, wherever the configuration does not say it itself. */
function readWords(
  section: Section,
  rule: DeclaredRule,
): Pick<
  CheckDefinition,
  'applies' | 'decides' | 'passes' | 'fails' | 'remedy'
> {
  const passes = describePredicate(rule.pass);
  const decides = rulePlaces({ ...rule, applies: undefined })
    .map(place => `\`${placeText(place)}\``)
    .filter((text, index, all) => all.indexOf(text) === index)
    .join(', ');
  return {
    applies: rule.applies ? describePredicate(rule.applies) : 'every Component',
    decides: section.text('decides') ?? decides,
    passes: section.text('passes') ?? passes,
    fails:
      section.text('fails') ??
      (rule.fail ? describePredicate(rule.fail) : 'otherwise'),
    remedy: section.text('remedy') ?? sentence(`make sure that ${passes}`),
  };
}

/** Reads a new check; nothing when something about it is wrong, or when it is switched off. */
export function declareCheck(
  id: string,
  section: Section,
  tracks: readonly Track[],
): Check | undefined {
  const { problems } = section.context;
  const before = problems.count;
  section.allowOnly(KEYS);
  section.require(['track', 'level', 'title', 'pass']);
  const enabled = section.flag('enabled') ?? true;
  const track = readTrack(section, tracks);
  const level = section.integer('level', {
    minimum: 1,
    maximum: track?.levels.length ?? Number.MAX_SAFE_INTEGER,
  });
  const weight = section.integer('weight', WEIGHTS) ?? DEFAULT_WEIGHT;
  const title = section.text('title');
  const rule = readRule(section);
  const absent = section.oneOf('absent', ABSENCE) ?? 'fail';
  const from = section.day('from');
  const nature = section.oneOf('nature', NATURES) ?? 'technical';
  const source = section.text('source') ?? 'configuration';
  const words = rule && readWords(section, rule);
  if (
    problems.count > before ||
    !enabled ||
    !track ||
    !rule ||
    !words ||
    level === undefined ||
    title === undefined
  ) {
    return undefined;
  }
  return createDeclaredCheck(
    {
      id,
      title,
      track: track.id,
      level,
      weight,
      ...words,
      absent,
      source,
      inherits: [],
      claims: [],
      nature,
      builtIn: false,
      ...(from === undefined ? {} : { from }),
    },
    rule,
  );
}
