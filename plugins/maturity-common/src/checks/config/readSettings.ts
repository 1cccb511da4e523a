import { canonicalStack, parseTier, STACK_ALIASES } from '../../entity';
import type { Tier } from '../../entity';
import { DEFAULT_SETTINGS } from '../settings';
import type { Settings } from '../types';
import { ABSENCE } from './bounds';
import { didYouMean } from './closest';
import { readExemptions } from './readExemptions';
import { isFiniteNumber } from './json';
import { Section } from './Section';

/** Keys under `maturity` that change the engine's settings. */
export const SETTING_KEYS = [
  'absence',
  'supportedStacks',
  'platformGroupTypes',
  'teamGroupTypes',
  'scmSlugImpliesCi',
  'allowUserOwners',
  'maxMinorLag',
  'defaultTier',
  'rollUpShare',
  'regulatedTags',
  'stackAliases',
  'exemptAnnotations',
  'exemptions',
] as const;

/** What is known of the checks when the settings are read. */
export interface KnownChecks {
  /** Every id, those of disabled checks included. */
  ids: ReadonlySet<string>;
  /** `checks.<id>.absence` by check id. */
  absence: ReadonlyMap<string, 'fail' | 'unknown'>;
  /** `checks.<id>.extraKeys` by check id. */
  extraKeys: ReadonlyMap<string, readonly string[]>;
}

function readShare(section: Section): number | undefined {
  const value = section.value('rollUpShare');
  if (value === undefined) {
    return undefined;
  }
  return isFiniteNumber(value) && value > 0 && value <= 1
    ? value
    : section.refuse(
        'rollUpShare',
        'a number greater than 0 and at most 1, e.g. 0.8',
      );
}

function readTier(section: Section): Tier | undefined {
  const tier = section.integer('defaultTier', { minimum: 1, maximum: 4 });
  return tier === undefined ? undefined : parseTier(String(tier));
}

function readAliases(root: Section): ReadonlyMap<string, string> {
  const value = root.value('stackAliases');
  const aliases = new Map(STACK_ALIASES);
  if (value === undefined) {
    return aliases;
  }
  const section = Section.read(
    value,
    { ...root.context, path: root.path('stackAliases') },
    'an object from alias to stack, e.g. { zsh: shell }',
  );
  for (const alias of Object.keys(section?.record ?? {})) {
    const stack = section?.text(alias)?.toLowerCase();
    if (stack !== undefined) {
      aliases.set(alias.trim().toLowerCase(), stack);
      if (!aliases.has(stack)) {
        aliases.set(stack, stack);
      }
    }
  }
  return aliases;
}

function readAbsence(root: Section, known: KnownChecks): Settings['absence'] {
  const absence = new Map(known.absence);
  const value = root.value('absence');
  const section =
    value === undefined
      ? undefined
      : Section.read(
          value,
          { ...root.context, path: root.path('absence') },
          'an object from check id to fail or unknown',
        );
  for (const id of Object.keys(section?.record ?? {})) {
    if (!known.ids.has(id)) {
      section?.refuse(id, `the id of a check${didYouMean(id, known.ids)}`);
      continue;
    }
    const word = section?.oneOf(id, ABSENCE);
    const other = known.absence.get(id);
    if (word && other && word !== other) {
      section?.refuse(
        id,
        `"${other}", as in maturity.checks.${id}.absence; say it in one place only`,
      );
    } else if (word) {
      absence.set(id, word);
    }
  }
  return Object.fromEntries(absence);
}

/** The settings in force; what is wrong keeps its default and is added to the problems. */
export function readSettings(root: Section, known: KnownChecks): Settings {
  const defaults = DEFAULT_SETTINGS;
  const stackAliases = readAliases(root);
  const supported = root.words('supportedStacks');
  return {
    supportedStacks:
      supported?.map(word => canonicalStack(word, stackAliases) ?? word) ??
      defaults.supportedStacks,
    platformGroupTypes:
      root.words('platformGroupTypes') ?? defaults.platformGroupTypes,
    teamGroupTypes: root.words('teamGroupTypes') ?? defaults.teamGroupTypes,
    scmSlugImpliesCi:
      root.flag('scmSlugImpliesCi') ?? defaults.scmSlugImpliesCi,
    allowUserOwners: root.flag('allowUserOwners') ?? defaults.allowUserOwners,
    maxMinorLag:
      root.integer('maxMinorLag', { minimum: 0, maximum: 1000 }) ??
      defaults.maxMinorLag,
    defaultTier: readTier(root) ?? defaults.defaultTier,
    rollUpShare: readShare(root) ?? defaults.rollUpShare,
    regulatedTags: root.words('regulatedTags') ?? defaults.regulatedTags,
    stackAliases,
    sloKeys: known.extraKeys.get('slo-defined') ?? defaults.sloKeys,
    absence: readAbsence(root, known),
    exemptAnnotations:
      root.flag('exemptAnnotations') ?? defaults.exemptAnnotations,
    exemptions: readExemptions(root, known.ids),
  };
}
