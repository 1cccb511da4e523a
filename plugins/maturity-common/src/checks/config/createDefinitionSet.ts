import { BUILT_IN_CHECKS } from '../builtInChecks';
import { BUILT_IN_TRACKS } from '../tracks';
import type { Check, DefinitionSet, Settings, Track } from '../types';
import { canonicalJson, fnv1a64 } from './hash';
import { ID_FORM, isIdentifier } from './identifiers';
import { isRecord, ownValue } from './json';
import { ProblemList } from './ProblemList';
import { readChecks } from './readChecks';
import type { ChecksInForce } from './readChecks';
import { readSettings, SETTING_KEYS } from './readSettings';
import { readTracks } from './readTracks';
import { Section } from './Section';
import { ENGINE_VERSION } from './version';

/** Keys under `maturity` that others read: the advisor, the backend, the frontend. */
const OTHER_KEYS = [
  'advisor',
  'badges',
  'catalog',
  'history',
  'local',
  'onboardingDays',
  'refresh',
  'repository',
  'schedule',
  'sweep',
];

/**
 * Options of `createDefinitionSet`.
 *
 * @public
 */
export interface DefinitionSetOptions {
  /** The checks that are defined in code, those of other plugins included; by default the built-in ones. */
  checks?: readonly Check[];
  /** The tracks that are defined in code, those of other plugins included; by default the built-in ones. */
  tracks?: readonly Track[];
  /** Further keys under `maturity` that somebody else reads. */
  otherKeys?: readonly string[];
}

function versionOf(
  inForce: ChecksInForce,
  tracks: readonly Track[],
  settings: Settings,
): string {
  return fnv1a64(
    canonicalJson({
      engine: ENGINE_VERSION,
      tracks,
      given: inForce.checks
        .map(check => check.definition)
        .filter(({ id }) => !inForce.own.has(id)),
      // As configured: texts that are made of it follow the order of its keys.
      own: inForce.own,
      settings,
    }),
  );
}

/** Reports tracks from code that cannot be in force, and leaves them out. */
function usableTracks(
  tracks: readonly Track[],
  problems: ProblemList,
): readonly Track[] {
  const seen = new Set<string>();
  return tracks.filter(({ id }) => {
    const expected = seen.has(id)
      ? 'a track id that no other plugin has taken'
      : ID_FORM;
    if (seen.has(id) || !isIdentifier(id)) {
      problems.add({ path: 'maturity.tracks', value: id, expected });
      return false;
    }
    seen.add(id);
    return true;
  });
}

/** Reports checks from code that cannot be in force, and leaves them out. */
function usableChecks(
  checks: readonly Check[],
  tracks: readonly Track[],
  problems: ProblemList,
): readonly Check[] {
  const seen = new Set<string>();
  return checks.filter(({ definition: { id, track: trackId, level } }) => {
    const refuse = (value: unknown, expected: string) => {
      problems.add({
        path: `maturity.checks.${id}`,
        value,
        expected,
        check: id,
      });
      return false;
    };
    if (seen.has(id)) {
      return refuse(id, 'a check id that no other plugin has taken');
    }
    seen.add(id);
    const track = tracks.find(each => each.id === trackId);
    if (!track) {
      return refuse(trackId, 'a check on a track that exists');
    }
    return (
      (level >= 1 && level <= track.levels.length) ||
      refuse(level, `a level from 1 to ${track.levels.length}`)
    );
  });
}

/**
 * Makes the definitions in force out of the plain object under `maturity` of the configuration, or out
 * of nothing. Never throws: every problem is in `problems`, a wrong check is disabled and named there,
 * a wrong setting keeps its default, and everything else works.
 *
 * @public
 */
export function createDefinitionSet(
  config?: unknown,
  options: DefinitionSetOptions = {},
): DefinitionSet {
  const problems = new ProblemList();
  const path = 'maturity';
  if (config !== undefined && config !== null && !isRecord(config)) {
    problems.add({ path, value: config, expected: 'an object' });
  }
  const record = isRecord(config) ? config : {};
  const root = new Section(record, { path, problems });
  root.allowOnly([
    'tracks',
    'checks',
    ...SETTING_KEYS,
    ...OTHER_KEYS,
    ...(options.otherKeys ?? []),
  ]);
  const tracks = readTracks(ownValue(record, 'tracks'), {
    given: usableTracks(options.tracks ?? BUILT_IN_TRACKS, problems),
    problems,
  });
  const inForce = readChecks(ownValue(record, 'checks'), {
    given: usableChecks(options.checks ?? BUILT_IN_CHECKS, tracks, problems),
    tracks,
    problems,
  });
  const settings = readSettings(root, inForce);
  return {
    version: versionOf(inForce, tracks, settings),
    tracks,
    checks: inForce.checks,
    settings,
    problems: problems.all,
  };
}
