import type { Track } from '../types';
import { ID_FORM, isIdentifier } from './identifiers';
import { childPath } from './ProblemList';
import type { ProblemList } from './ProblemList';
import { Section } from './Section';

const KEYS = ['id', 'title', 'purpose', 'levels'] as const;
const MOST_LEVELS = 10;

/** Level names of a track; a track from code keeps its number of levels, because checks stand on them. */
function readLevels(
  section: Section,
  given: Track | undefined,
): readonly string[] | undefined {
  const levels = section.texts('levels');
  if (!levels) {
    return given?.levels;
  }
  if (given && levels.length !== given.levels.length) {
    return section.refuse(
      'levels',
      `a list of ${given.levels.length} names, lowest level first`,
    );
  }
  if (levels.length === 0 || levels.length > MOST_LEVELS) {
    return section.refuse(
      'levels',
      `a list of 1 to ${MOST_LEVELS} names, lowest level first`,
    );
  }
  const names = levels.map(name => name.toLowerCase());
  const again = names.findIndex((name, index) => names.indexOf(name) < index);
  return again === -1
    ? levels
    : section.refuseItem('levels', again, 'a name that no level before it has');
}

function readTrack(
  section: Section,
  given: ReadonlyMap<string, Track>,
  seen: Set<string>,
): Track | undefined {
  const { problems } = section.context;
  const before = problems.count;
  const id = section.text('id');
  const known = id === undefined ? undefined : given.get(id);
  section.allowOnly(KEYS);
  section.require(known ? ['id'] : ['id', 'title', 'levels']);
  if (id !== undefined && !isIdentifier(id)) {
    section.refuse('id', ID_FORM);
  }
  if (id !== undefined && seen.has(id)) {
    section.refuse('id', 'an id that no other track in the list has');
  }
  const title = section.text('title') ?? known?.title;
  const purpose = section.text('purpose') ?? known?.purpose ?? '';
  const levels = readLevels(section, known);
  if (
    problems.count > before ||
    id === undefined ||
    title === undefined ||
    levels === undefined
  ) {
    return undefined;
  }
  seen.add(id);
  return { id, title, purpose, levels, builtIn: known?.builtIn ?? false };
}

/**
 * The tracks in force: the given ones, with their new words where configured, then own ones in the
 * order of the list.
 */
export function readTracks(
  value: unknown,
  options: { given: readonly Track[]; problems: ProblemList },
): readonly Track[] {
  const { problems } = options;
  const path = 'maturity.tracks';
  const given = new Map(options.given.map(track => [track.id, track]));
  const tracks = new Map(given);
  if (value !== undefined && !Array.isArray(value)) {
    problems.add({ path, value, expected: 'a list of tracks' });
  }
  const items: unknown[] = Array.isArray(value) ? value : [];
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const section = Section.read(
      item,
      { path: childPath(path, index), problems },
      `an object with ${KEYS.join(', ')}`,
    );
    const track = section && readTrack(section, given, seen);
    if (track) {
      tracks.set(track.id, track);
    }
  });
  return [...tracks.values()];
}
