import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

/** A new folder with the given files. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'maturity-cli-')));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Removes the folders of this test file. */
export function removeFolders(): void {
  made
    .splice(0)
    .forEach(folder => rmSync(folder, { recursive: true, force: true }));
}

/** A component that the catalog accepts. */
export function component(
  name: string,
  more: {
    annotations?: Record<string, string>;
    spec?: Record<string, unknown>;
  } = {},
): string {
  return `${JSON.stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      ...(more.annotations && { annotations: more.annotations }),
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'team',
      ...more.spec,
    },
  })}\n`;
}

export const TEAM = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: team
spec:
  type: team
  children: []
`;
