import {
  askedOf,
  isFiltered,
  parseServicesQuery,
  servicesSearch,
} from './servicesQuery';

function parse(search: string) {
  return parseServicesQuery(new URLSearchParams(search));
}

describe('parseServicesQuery', () => {
  it.each([
    ['nothing', '', {}],
    ['a search', 'q=%20pay%20', { q: 'pay' }],
    [
      'several teams, each once',
      'owner=group:default/a&owner=group:default/b&owner=group:default/a&ownerScope=tree',
      {
        owner: ['group:default/a', 'group:default/b'],
        ownerScope: 'tree',
      },
    ],
    [
      'levels of a track',
      'track=sre&level=0&level=none&level=high',
      { track: 'sre', level: ['0', 'none'] },
    ],
    ['levels without a track', 'level=2', {}],
    [
      'a check with its verdicts',
      'check=slo-defined&status=fail&status=maybe',
      { check: 'slo-defined', status: ['fail'] },
    ],
    ['verdicts without a check', 'status=fail', {}],
    [
      'words that the backend does not know',
      'tier=5&stage=done&lifecycle=production&ownerScope=all',
      { lifecycle: ['production'] },
    ],
    [
      'references that are none',
      'owner=nope&system=a:b/c&system=a:b',
      { system: ['a:b/c'] },
    ],
    [
      'a search that is too long',
      `q=${'a'.repeat(300)}`,
      { q: 'a'.repeat(200) },
    ],
    ['a sort', 'sort=-level:devops', { sort: '-level:devops' }],
    ['a sort that is none', 'sort=name;drop', {}],
    ['keys of every object', '__proto__=x&constructor=y', {}],
    ['a page', 'cursor=abc%3D', { cursor: 'abc=' }],
  ])('reads %s', (_name, search, query) => {
    expect(parse(search)).toEqual(query);
  });
});

describe('servicesSearch', () => {
  it.each([
    ['owner', 'owner=group%3Adefault%2Fa&owner=group%3Adefault%2Fb'],
    ['owner in a tree', 'owner=group%3Adefault%2Fa&ownerScope=tree'],
    ['system', 'system=system%3Adefault%2Fshop&system=domain%3Adefault%2Fd'],
    ['tier', 'tier=1&tier=none'],
    ['type', 'type=service&type=ml+service%26more'],
    ['lifecycle', 'lifecycle=deprecated'],
    ['level', 'track=sre&level=0&level=none'],
    ['stage', 'stage=exploring&stage=leaving'],
    ['check', 'check=slo-defined'],
    ['status', 'check=slo-defined&status=not-applicable&status=exempt'],
    ['sort', 'sort=-level%3Adevops'],
    ['text', 'q=%C3%BCber+%25%3D%26'],
  ])('brings %s back as it was', (_name, search) => {
    expect(servicesSearch(parse(search))).toBe(search);
  });

  it('writes what parseServicesQuery reads', () => {
    const search =
      'q=pay&owner=group%3Adefault%2Fa&track=sre&level=1&check=slo-defined&status=fail&status=unknown&sort=tier&cursor=x';
    expect(servicesSearch(parse(search))).toBe(search);
  });

  it('leaves out what is empty', () => {
    expect(servicesSearch({ q: undefined, owner: [], tier: ['1'] })).toBe(
      'tier=1',
    );
  });
});

describe('askedOf', () => {
  it.each([
    ['check=slo-defined&tier=1', { tier: ['1'] }],
    [
      'check=slo-defined&status=fail',
      { check: 'slo-defined', status: ['fail'] },
    ],
    ['tier=1', { tier: ['1'] }],
    ['track=sre&tier=1', { tier: ['1'] }],
    ['track=sre&level=0', { track: 'sre', level: ['0'] }],
    ['ownerScope=tree&q=a', { q: 'a' }],
    ['owner=group:default/a', { owner: ['group:default/a'] }],
    [
      'owner=group:default/a&ownerScope=tree',
      { owner: ['group:default/a'], ownerScope: 'tree' },
    ],
  ])('asks for %s', (search, asked) => {
    expect(askedOf(parse(search))).toEqual(asked);
  });
});

describe('isFiltered', () => {
  it.each([
    ['', false],
    ['sort=name&cursor=x', false],
    ['ownerScope=tree', false],
    ['tier=1', true],
    ['q=a', true],
  ])('judges "%s" as %s', (search, filtered) => {
    expect(isFiltered(parse(search))).toBe(filtered);
  });
});
