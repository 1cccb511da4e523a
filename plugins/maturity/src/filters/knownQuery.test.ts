import { knownQuery } from './knownQuery';
import { parseServicesQuery, servicesSearch } from './servicesQuery';
import { definitions } from '../../dev/sample/definitions';

function known(search: string) {
  const query = parseServicesQuery(new URLSearchParams(search));
  return decodeURIComponent(servicesSearch(knownQuery(query, definitions)));
}

describe('knownQuery', () => {
  it.each([
    'q=pay&tier=1&cursor=x',
    'track=devops&level=0&level=4&level=none',
    'track=devops',
    'check=automated-tests&status=fail',
    'sort=-level:devops',
    'sort=tier',
  ])('keeps "%s"', search => {
    expect(known(search)).toBe(search);
  });

  it.each([
    ['a track', 'q=pay&track=nope&level=1', 'q=pay'],
    ['a check', 'check=nope&status=fail&tier=1', 'tier=1'],
    ['a level', 'track=devops&level=1&level=9', 'track=devops&level=1'],
    ['an order', 'sort=level:nope', ''],
  ])('drops %s that is not in force', (_name, search, rest) => {
    expect(known(search)).toBe(rest);
  });
});
