import { InputError } from '@backstage/errors';
import type {
  DefinitionSet,
  ListScorecardsQuery,
  PageQuery,
  Tier,
} from '@backstage-maturity/plugin-maturity-common';
import { type ScorecardQuery, SORT_FIELDS, type Sort } from '../database';
import { parseCursor } from './cursor';
import type { MemberPage } from './MaturityService';
import { parseReference } from './parseReference';

/** Rows of a page when the caller does not say. */
export const DEFAULT_LIMIT = 50;

/** The order of members. */
export const BY_NAME: Sort = { field: 'name', descending: false };

const TIERS: Readonly<Record<string, Tier | null>> = {
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  none: null,
};

function refuse(parameter: string, value: string, expected: string): never {
  throw new InputError(
    `The query parameter "${parameter}" is "${value}"; expected ${expected}.`,
  );
}

function refuseAlone(parameter: string, value: string, other: string): never {
  return refuse(parameter, value, `the query parameter "${other}" beside it`);
}

function requireTrack(
  definitions: DefinitionSet,
  track: string,
  { parameter, value = track }: { parameter: string; value?: string },
): string {
  const ids = definitions.tracks.map(({ id }) => id);
  return ids.includes(track)
    ? track
    : refuse(parameter, value, `one of the tracks ${ids.join(', ')}`);
}

// Of all tracks, so that one list of levels can be asked of each track in turn.
function highestLevel({ tracks }: DefinitionSet): number {
  return Math.max(...tracks.map(({ levels }) => levels.length));
}

function parseLevel(value: string, highest: number): number | null {
  if (value === 'none') return null;
  return /^\d{1,2}$/.test(value) && Number(value) <= highest
    ? Number(value)
    : refuse('level', value, `a level from 0 to ${highest}, or "none"`);
}

/** Reads the query parameter `sort`; the track in it must exist. */
export function parseSort(text: string, definitions: DefinitionSet): Sort {
  const descending = text.startsWith('-');
  const [name, track] = (descending ? text.slice(1) : text).split(':');
  if (track !== undefined && (name === 'level' || name === 'score')) {
    requireTrack(definitions, track, { parameter: 'sort', value: text });
    return { field: name, track, descending };
  }
  const field = SORT_FIELDS.find(each => each === name);
  return field && track === undefined
    ? { field, descending }
    : refuse(
        'sort',
        text,
        `one of ${SORT_FIELDS.join(
          ', ',
        )}, level:<track>, score:<track>, with "-" before it for descending order`,
      );
}

function parseLevels(
  query: ListScorecardsQuery,
  definitions: DefinitionSet,
): ScorecardQuery['levels'] {
  const { track, level } = query;
  if (track === undefined) {
    return level && refuseAlone('level', level.join(', '), 'track');
  }
  requireTrack(definitions, track, { parameter: 'track' });
  if (!level) return refuseAlone('track', track, 'level');
  const highest = highestLevel(definitions);
  return { track, values: level.map(value => parseLevel(value, highest)) };
}

function parseResults(
  query: ListScorecardsQuery,
  definitions: DefinitionSet,
): ScorecardQuery['results'] {
  const { check, status } = query;
  if (check === undefined) {
    return status && refuseAlone('status', status.join(', '), 'check');
  }
  if (!definitions.checks.some(({ definition }) => definition.id === check)) {
    return refuse('check', check, 'the id of a check that is in force');
  }
  return status
    ? { check, statuses: status }
    : refuseAlone('check', check, 'status');
}

function parseOwners({
  owner,
  ownerScope,
}: ListScorecardsQuery): Pick<ScorecardQuery, 'owners' | 'scopes'> {
  if (!owner) {
    return ownerScope ? refuseAlone('ownerScope', ownerScope, 'owner') : {};
  }
  const refs = owner.map(ref => parseReference('owner', ref));
  return ownerScope === 'tree' ? { scopes: refs } : { owners: refs };
}

function refuseNul(query: ListScorecardsQuery): void {
  for (const [parameter, value] of Object.entries(query)) {
    if (String(value).includes('\0')) {
      refuse(parameter, String(value), 'a text without the NUL character');
    }
  }
}

/** Makes a question to the store out of the query parameters of a list. */
export function parseScorecardQuery(
  query: ListScorecardsQuery,
  definitions: DefinitionSet,
): ScorecardQuery {
  refuseNul(query);
  const sort = parseSort(query.sort ?? 'name', definitions);
  const text = query.q?.trim().toLocaleLowerCase('en-US');
  return {
    sort,
    limit: query.limit ?? DEFAULT_LIMIT,
    ...(query.cursor ? { cursor: parseCursor(query.cursor, sort) } : {}),
    levels: parseLevels(query, definitions),
    stages: query.stage?.map(stage => (stage === 'leaving' ? null : stage)),
    ...parseOwners(query),
    systems: query.system?.map(ref => parseReference('system', ref)),
    tiers: query.tier?.map(tier => TIERS[tier] ?? null),
    types: query.type?.map(type => type.toLocaleLowerCase('en-US')),
    lifecycles: query.lifecycle,
    results: parseResults(query, definitions),
    text: text || undefined,
  };
}

/** Makes a page of members out of the query parameters of a roll-up. */
export function parseMemberPage(query: PageQuery): MemberPage {
  const { cursor, limit = DEFAULT_LIMIT } = query;
  return cursor ? { limit, cursor: parseCursor(cursor, BY_NAME) } : { limit };
}
