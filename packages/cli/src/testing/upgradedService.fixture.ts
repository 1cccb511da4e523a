import { commitAll, put, templateFiles } from './goldenPath.fixture';
import { folderOf } from './temporaryFolder.fixture';
import type { FileSet } from '../upgrade/files';
import { renderGoldenPath } from '../upgrade/renderGoldenPath';

/** What the template of a folder makes. */
export function made(templates: string): Promise<FileSet> {
  return renderGoldenPath({
    templates,
    template: 'tiny-service',
    answers: { name: 'checkout', tier: '2' },
    portal: 'https://portal.acme.test',
  });
}

/** Files as texts, in order of path. */
export function texts(files: FileSet): Record<string, string> {
  return Object.fromEntries(
    [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, { bytes }]) => [path, String(bytes)]),
  );
}

/** A service of version 1.0.0, committed, and the changes that people made, committed too. */
export async function serviceWith(
  changes: Record<string, string | undefined> = {},
  templates: string = folderOf(templateFiles('1.0.0')),
): Promise<string> {
  const dir = folderOf(texts(await made(templates)));
  await commitAll(dir);
  put(dir, changes);
  await commitAll(dir);
  return dir;
}

/** Its text in that version. */
export const README =
  '# ${{ values.name }}\n\nMade by version 2.\n\nThe end.\n';
/** The template in its next version. */
export const NEXT = templateFiles('2.0.0', {
  layer: { 'README.md.njk': README, 'docs/new.md': 'New.\n' },
});
