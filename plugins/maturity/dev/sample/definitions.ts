import {
  BUILT_IN_CHECKS,
  BUILT_IN_TRACKS,
  DEFAULT_SETTINGS,
  type Definitions,
  type DefinitionSet,
} from '@backstage-maturity/plugin-maturity-common';

/** The built-in definitions, as the engine takes them. */
export const definitionSet: DefinitionSet = {
  version: 'sample',
  tracks: BUILT_IN_TRACKS,
  checks: BUILT_IN_CHECKS,
  settings: DEFAULT_SETTINGS,
  problems: [],
};

/** The remedy of a check as a page shows it, without the marks of code. */
export function remedyOf(id: string): string {
  const check = BUILT_IN_CHECKS.find(({ definition }) => definition.id === id);
  return check?.definition.remedy.replace(/`/g, '') ?? '';
}

/** The same definitions, as the backend sends them. */
export const definitions: Definitions = {
  version: definitionSet.version,
  tracks: BUILT_IN_TRACKS.map(track => ({
    ...track,
    levels: [...track.levels],
  })),
  checks: BUILT_IN_CHECKS.map(({ definition }) => ({
    ...definition,
    inherits: [...definition.inherits],
    claims: [...definition.claims],
    extraKeys: [...(definition.extraKeys ?? [])],
  })),
  problems: [],
  rollUpShare: DEFAULT_SETTINGS.rollUpShare,
};
