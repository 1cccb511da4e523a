import fs from 'node:fs';
import { join } from 'node:path';
import git from 'isomorphic-git';

const AUTHOR = { name: 'Ada', email: 'ada@acme.test' };

/** A template of one layer, in a version of it. */
export function templateFiles(
  version: string,
  more: {
    layer?: Record<string, string>;
    /** Names of required parameters, each with a comma in front. */
    parameters?: string;
    properties?: string;
    steps?: string;
  } = {},
): Record<string, string> {
  const layer = {
    'README.md.njk': '# ${{ values.name }}\n\nMade by version 1.\n\nThe end.\n',
    'run.sh': '#!/bin/sh\nexec true\n',
    'config.json.njk': '{\n  "tier": ${{ values.tier | dump }}\n}\n',
    '.golden-path.yaml.njk': [
      'template: tiny-service',
      'version: ${{ values.version }}',
      'portal: ${{ values.portal | dump }}',
      'answers:',
      '  name: ${{ values.name | dump }}',
      '  tier: ${{ values.tier | dump }}\n',
    ].join('\n'),
    ...more.layer,
  };
  return {
    'tiny-service.yaml': `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: tiny-service
  annotations:
    maturity/template-version: '${version}'
spec:
  type: service
  parameters:
    - required: [name${more.parameters ?? ''}]
      properties:
        name: { type: string }
        tier: { type: string, default: '3', enum: ['1', '2', '3', '4'] }
        owner: { type: string, pattern: '^[a-z:/]+$' }
${more.properties ?? ''}  steps:
    - id: files
      action: fetch:template
      input:
        url: ./skeletons/tiny
        templateFileExtension: .njk
        values:
          name: \${{ parameters.name }}
          tier: \${{ parameters.tier or '3' }}
          portal: \${{ portalUrl }}
          version: '${version}'
${more.steps ?? ''}    - id: publish
      action: maturity:publish:local
      input:
        name: \${{ parameters.name }}
`,
    ...Object.fromEntries(
      Object.entries(layer).map(([name, text]) => [
        `skeletons/tiny/${name}`,
        text,
      ]),
    ),
  };
}

/** Commits all that a folder holds, in a repository that is made when there is none. */
export async function commitAll(dir: string): Promise<string> {
  await git.init({ fs, dir, defaultBranch: 'main' });
  const rows = await git.statusMatrix({ fs, dir });
  for (const [filepath, , workdir] of rows) {
    await (workdir === 0
      ? git.remove({ fs, dir, filepath })
      : git.add({ fs, dir, filepath }));
  }
  return git.commit({ fs, dir, author: AUTHOR, message: 'Commit' });
}

/** Puts files into a folder; undefined takes one away. */
export function put(
  dir: string,
  files: Readonly<Record<string, string | undefined>>,
): void {
  for (const [file, text] of Object.entries(files)) {
    if (text === undefined) {
      fs.rmSync(join(dir, file), { recursive: true });
    } else {
      fs.mkdirSync(join(dir, file, '..'), { recursive: true });
      fs.writeFileSync(join(dir, file), text);
    }
  }
}

/** Text of all files of a folder, by path; git's own left out. */
export function contentsOf(dir: string): Record<string, string> {
  const entries = fs
    .readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter(file => !file.startsWith('.git/'))
    .sort();
  return Object.fromEntries(
    entries.map(file => [file, fs.readFileSync(join(dir, file), 'utf8')]),
  );
}
