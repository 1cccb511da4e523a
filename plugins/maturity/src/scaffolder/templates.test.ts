import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OWNER_FIELD } from './owner';
import { REPOSITORY_FIELD } from './repository';
import { SERVICE_NAME_FIELD } from './serviceName';
import { TIER_FIELD } from './tier';

const FOLDER = path.resolve(__dirname, '../../../../templates');
const TEMPLATES = readdirSync(FOLDER).filter(file => file.endsWith('.yaml'));

function fieldsOf(file: string): string[] {
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  return [...text.matchAll(/^ *ui:field: (\w+)$/gm)].map(([, field]) => field);
}

describe('the form fields of the templates', () => {
  it.each(TEMPLATES)('of %s that are ours are there', file => {
    const ours = fieldsOf(file).filter(field => field.startsWith('Maturity'));

    expect([
      OWNER_FIELD,
      REPOSITORY_FIELD,
      SERVICE_NAME_FIELD,
      TIER_FIELD,
    ]).toEqual(expect.arrayContaining(ours));
  });

  it.each(['node', 'python', 'go'])(
    'of the starter for %s begin with an owner that can be changed',
    language => {
      expect(fieldsOf(`${language}-service.yaml`).slice(0, 4)).toEqual([
        SERVICE_NAME_FIELD,
        OWNER_FIELD,
        'EntityPicker',
        TIER_FIELD,
      ]);
    },
  );

  it.each(TEMPLATES)(
    'of %s ask for a repository on the host that was chosen, for a new one in starters only',
    file => {
      const isStarter = /^(?:node|python|go)-service/.test(file);
      const text = readFileSync(path.join(FOLDER, file), 'utf8');
      const [, options] =
        /ui:field: MaturityRepository\n +ui:options:\n((?: {20}.*\n)+)/.exec(
          text,
        ) ?? [];

      expect(options?.split('\n').map(line => line.trim())).toEqual([
        ...(isStarter ? [] : ['existing: true']),
        'hostsByDestination:',
        'github: [github.com]',
        'gitlab: [gitlab.com]',
        '',
      ]);
      expect(fieldsOf(file)).not.toContain('RepoUrlPicker');
    },
  );

  // A form shows a field as the last branch that has it says, so GitHub would be asked for on the host of GitLab.
  it.each(TEMPLATES)('of %s stand in one branch of the form', file => {
    const text = readFileSync(path.join(FOLDER, file), 'utf8');
    const [form] = text.split(/^ {2}steps:$/m);

    expect(form.match(/^ +repoUrl:$/gm)).toHaveLength(1);
  });

  it.each(TEMPLATES)('of %s that pick entities say what for', file => {
    const text = readFileSync(path.join(FOLDER, file), 'utf8');
    const picking = text
      .split(/^ +title: /m)
      .filter(property => /^ *ui:field: (Multi)?EntityPicker$/m.test(property));

    for (const property of picking) {
      expect(property).toMatch(/^ +description: /m);
    }
    expect(picking.length).toBeGreaterThan(0);
  });
});
