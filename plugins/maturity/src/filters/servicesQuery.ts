import type { ListScorecardsQuery } from '@backstage-maturity/plugin-maturity-common';
import { LIFECYCLES, oneOf, STAGE_FILTERS, STATUSES, TIERS } from './words';

/** The state of the services page: the backend's own query, and nothing else. */
export type ServicesQuery = ListScorecardsQuery;

/** Most characters that the backend takes of a text to search for, and of a reference. */
export const LONGEST_SEARCH = 200;
const LONGEST_REFERENCE = 250;

const SORT =
  /^-?(name|overall|tier|stage|owner|system|type|evaluated|(level|score):[a-z][a-z0-9-]{0,62})$/;
const LEVEL = /^([0-9]{1,2}|none)$/;
/** A full reference, with the kind and the namespace. */
const REFERENCE = /^[^:/\s\p{C}]+:[^:/\s\p{C}]+\/[^:/\s\p{C}]+$/u;

/**
 * Reads the page's state from the address. Values that the backend would refuse are dropped, so a
 * mistyped address shows a list rather than an error.
 */
export function parseServicesQuery(params: URLSearchParams): ServicesQuery {
  const track = one(params, 'track');
  const check = one(params, 'check');
  const sort = one(params, 'sort');
  return compact({
    q: one(params, 'q')?.slice(0, LONGEST_SEARCH),
    owner: many(params, 'owner').filter(isReference),
    ownerScope: params.get('ownerScope') === 'tree' ? 'tree' : undefined,
    system: many(params, 'system').filter(isReference),
    type: many(params, 'type'),
    tier: many(params, 'tier').filter(oneOf(TIERS)),
    lifecycle: many(params, 'lifecycle').filter(oneOf(LIFECYCLES)),
    stage: many(params, 'stage').filter(oneOf(STAGE_FILTERS)),
    track,
    level: track ? many(params, 'level').filter(v => LEVEL.test(v)) : [],
    check,
    status: check ? many(params, 'status').filter(oneOf(STATUSES)) : [],
    sort: sort && SORT.test(sort) ? sort : undefined,
    cursor: one(params, 'cursor'),
  });
}

/** Writes the page's state as an address's query, without the question mark. */
export function servicesSearch(query: ServicesQuery): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(compact(query))) {
    for (const item of Array.isArray(value) ? value : [value]) {
      params.append(key, String(item));
    }
  }
  return params.toString();
}

/**
 * What the backend is asked for a state of the page. A check is chosen before its verdicts are, a track
 * before its levels, and the owners may all be gone again; the backend takes each only with the other.
 */
export function askedOf(query: ServicesQuery): ServicesQuery {
  const { check, status, track, level, owner, ownerScope, ...rest } = query;
  return {
    ...rest,
    ...(check && status?.length ? { check, status } : {}),
    ...(track && level?.length ? { track, level } : {}),
    ...(owner?.length ? { owner, ...(ownerScope && { ownerScope }) } : {}),
  };
}

/** Whether anything narrows the list; order and page do not. */
export function isFiltered(query: ServicesQuery): boolean {
  const { sort, cursor, limit, ownerScope, ...filters } = query;
  return Object.keys(compact(filters)).length > 0;
}

function one(params: URLSearchParams, key: string): string | undefined {
  return params.get(key)?.trim() || undefined;
}

function isReference(text: string): boolean {
  return text.length <= LONGEST_REFERENCE && REFERENCE.test(text);
}

function many(params: URLSearchParams, key: string): string[] {
  return Array.from(new Set(params.getAll(key))).filter(Boolean);
}

function compact(query: ServicesQuery): ServicesQuery {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== undefined,
    ),
  );
}
