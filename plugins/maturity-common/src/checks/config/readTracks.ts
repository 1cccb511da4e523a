import { BUILT_IN_TRACKS } from '../tracks';
import type { Track } from '../types';
import { ID_FORM, isIdentifier } from './identifiers';
import { childPath } from './ProblemList';
import type { ProblemList } from './ProblemList';
import { Section } from './Section';

const KEYS = ['id', 'title', 'purpose', 'levels'] as const;
const MOST_LEVELS = 10;

/** Level names of a track; a built-in track keeps its number of levels, because its checks stand on them. */
function readLevels(
  section: Section,
  builtIn: Track | undefined,
): readonly string[] | undefined {
  const levels = section.texts('levels');
  if (!levels) {
    return builtIn?.levels;
  }
  if (builtIn && levels.length !== builtIn.levels.length) {
    return section.refuse(
      'levels',
      `a list of ${builtIn.levels.length} names, lowest level first`,
    );
  }
  if (levels.length === 0 || levels.length > MOST_LEVELS) {
    return section.refuse(
      'levels',
      `a list of 1 to ${MOST_LEVELS} names, lowest level first`,
    );
  }
  if (new Set(levels.map(name => name.toLowerCase())).size < levels.length) {
    return section.refuse('levels', 'a list of names that all differ');
  }
  return levels;
}

function readTrack(
  section: Section,
  taken: ReadonlyMap<string, Track>,
  seen: Set<string>,
): Track | undefined {
  const { problems } = section.context;
  const before = problems.count;
  const id = section.text('id');
  const builtIn = id === undefined ? undefined : taken.get(id);
  section.allowOnly(KEYS);
  section.require(builtIn ? ['id'] : ['id', 'title', 'levels']);
  if (id !== undefined && !isIdentifier(id)) {
    section.refuse('id', ID_FORM);
  }
  if (id !== undefined && seen.has(id)) {
    section.refuse('id', 'an id that no other track in the list has');
  }
  const title = section.text('title') ?? builtIn?.title;
  const purpose = section.text('purpose') ?? builtIn?.purpose ?? '';
  const levels = readLevels(section, builtIn);
  if (
    problems.count > before ||
    id === undefined ||
    title === undefined ||
    levels === undefined
  ) {
    return undefined;
  }
  seen.add(id);
  return { id, title, purpose, levels, builtIn: builtIn !== undefined };
}

/** The tracks in force: the built-in ones, with their new words where configured, then own ones in the order of the list. */
export function readTracks(
  value: unknown,
  problems: ProblemList,
): readonly Track[] {
  const path = 'maturity.tracks';
  const builtIn = new Map(BUILT_IN_TRACKS.map(track => [track.id, track]));
  const tracks = new Map(builtIn);
  if (value === undefined) {
    return BUILT_IN_TRACKS;
  }
  if (!Array.isArray(value)) {
    problems.add({ path, value, expected: 'a list of tracks' });
    return BUILT_IN_TRACKS;
  }
  const seen = new Set<string>();
  value.forEach((item: unknown, index) => {
    const section = Section.read(
      item,
      { path: childPath(path, index), problems },
      `an object with ${KEYS.join(', ')}`,
    );
    const track = section && readTrack(section, builtIn, seen);
    if (track) {
      tracks.set(track.id, track);
    }
  });
  return [...tracks.values()];
}
