import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonValue } from '@backstage/types';
import { readLocalRoot } from './LocalRoot';

function read(maturity: JsonValue) {
  const logger = mockServices.logger.mock();
  const local = readLocalRoot(new ConfigReader({ maturity }), {
    auth: mockServices.auth(),
    catalog: catalogServiceMock(),
    logger,
    permissions: mockServices.permissions(),
  });
  return { folder: local?.folder, told: logger.error.mock.calls.flat() };
}

describe('readLocalRoot', () => {
  it('gives the absolute path of the folder', () => {
    expect(read({ local: { root: 'services' } })).toEqual({
      folder: path.resolve('services'),
      told: [],
    });
  });

  it.each([null, {}, { local: null }])('gives none for %j', maturity => {
    expect(read(maturity)).toEqual({ folder: undefined, told: [] });
  });

  it.each<[JsonValue, string]>([
    [
      { local: { root: 5 } },
      'maturity.local.root is 5; expected the path of a folder.',
    ],
    [
      { local: { root: '' } },
      'maturity.local.root is ""; expected the path of a folder.',
    ],
    [{ local: 'here' }, 'maturity.local is "here"; expected an object.'],
  ])('gives none and tells the log for %j', (maturity, message) => {
    expect(read(maturity)).toEqual({ folder: undefined, told: [message] });
  });
});
