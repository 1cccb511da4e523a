import type { RepositoryFacts } from '../../observe/types';
import {
  docsFolder,
  isMissing,
  obviousPath,
  relativePath,
} from './repositoryPaths';

const FACTS: RepositoryFacts = {
  complete: true,
  paths: ['README.md', 'docs/runbook.md', 'ops/main.tf'],
  seen: {},
  testFiles: [],
  sloSpecs: [],
  apiDocuments: [],
  problems: [],
};

describe('isMissing', () => {
  it.each([
    ['README.md', false],
    ['./README.md', false],
    ['docs/runbook.md#first-steps', false],
    ['docs/../README.md', false],
    ['ops', false],
    ['./ops/', false],
    ['.', false],
    ['docs/runbook', true],
    ['runbook.md', true],
    ['op', true],
    ['../README.md', false],
    ['docs/*.md', false],
  ])('says of %s: %s', (path, expected) => {
    expect(isMissing(FACTS, path)).toBe(expected);
  });

  it('takes a listing that was cut for no proof', () => {
    expect(isMissing({ ...FACTS, complete: false }, 'gone.md')).toBe(false);
  });
});

describe('the path that a value names', () => {
  it.each([
    ['docs/runbook.md', 'docs/runbook.md'],
    ['terraform', undefined],
    ['https://wiki.acme.io/x.md', undefined],
  ])('is, for a key that holds paths, %s: %s', (text, expected) => {
    expect(relativePath(text)).toBe(expected);
  });

  it.each([
    ['.github/workflows/ci.yml', '.github/workflows/ci.yml'],
    ['./ops/dashboard.json', './ops/dashboard.json'],
    ['acme/shop', undefined],
    ['github-actions', undefined],
    ['{path="a/b.c"}', undefined],
  ])('is, for a key that holds names, %s: %s', (text, expected) => {
    expect(obviousPath(text)).toBe(expected);
  });

  it.each([
    ['dir:./docs', './docs'],
    ['url:https://git.acme.io/docs', undefined],
  ])('is, for documentation, %s: %s', (text, expected) => {
    expect(docsFolder(text)).toBe(expected);
  });
});
