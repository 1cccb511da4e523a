import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import type { Track } from '../../api';
import type { Text } from '../../hooks/useText';
import { levelName } from '../visual';
import type { Choice, ChoiceGroup } from './Choice';
import type { FilterChoices } from './useServices';

/** Entities of a roll-up as choices; what belongs to none has no reference and is left out. */
export function entityChoices(items: readonly RollUpItem[]): Choice[] {
  return items.flatMap(({ entityRef, title }) =>
    entityRef === null ? [] : [{ value: entityRef, label: title }],
  );
}

/** Systems, and after them the domains that hold systems. */
export function systemChoices(
  t: Text,
  { systems, domains }: Pick<FilterChoices, 'systems' | 'domains'>,
): Choice[] {
  return [
    ...entityChoices(systems),
    ...entityChoices(domains).map(({ value, label }) => ({
      value,
      label: t('services.domain', { title: label }),
    })),
  ];
}

/** Types of a roll-up as choices. */
export function typeChoices(items: readonly RollUpItem[]): Choice[] {
  return items
    .filter(({ key }) => key !== '')
    .map(({ key, title }) => ({ value: key, label: title }));
}

/** The levels of a track, from none to the highest, and "does not apply". */
export function levelChoices(t: Text, track: Track): Choice[] {
  const numbers = [0, ...track.levels.map((_, index) => index + 1)];
  return [
    ...numbers.map(level => ({
      value: String(level),
      label: levelName(t, level, track.levels),
    })),
    { value: 'none', label: levelName(t, null, track.levels) },
  ];
}

/** All checks, under the names of their tracks. */
export function checkGroups(
  definitions: FilterChoices['definitions'],
): ChoiceGroup[] {
  return definitions.tracks.map(track => ({
    heading: track.title,
    choices: definitions.checks
      .filter(check => check.track === track.id)
      .map(({ id, title }) => ({ value: id, label: title })),
  }));
}
