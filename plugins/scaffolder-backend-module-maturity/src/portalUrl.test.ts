import { ConfigReader } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import { portalUrl } from './portalUrl';

describe('portalUrl', () => {
  it.each<[JsonValue, string]>([
    [{ baseUrl: 'https://portal.acme.test//' }, 'https://portal.acme.test'],
    [{ baseUrl: '' }, ''],
    [{ baseUrl: 5 }, ''],
    [{}, ''],
    [['baseUrl'], ''],
    ['text', ''],
    [null, ''],
  ])('reads %j as "%s"', (app, url) => {
    expect(portalUrl(new ConfigReader({ app }))).toBe(url);
  });
});
