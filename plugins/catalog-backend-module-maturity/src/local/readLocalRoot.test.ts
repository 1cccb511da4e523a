import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { parse } from 'yaml';
import { readLocalRoot } from './readLocalRoot';

const ROOT = path.resolve(__dirname, '../../../..');

/** Lays the files over each other, as the portal does that is started with them. */
function configOf(...files: string[]) {
  return ConfigReader.fromConfigs(
    files.map(file => ({
      context: file,
      data: parse(readFileSync(path.join(ROOT, file), 'utf8')),
    })),
  );
}

describe('readLocalRoot', () => {
  it('gives the folder of the demo portal', () => {
    expect(readLocalRoot(configOf('app-config.yaml'))).toBe(
      path.resolve('../../.data/services'),
    );
  });

  it('gives none for the portal in production', () => {
    const config = configOf('app-config.yaml', 'app-config.production.yaml');
    expect(readLocalRoot(config)).toBeUndefined();
  });
});
