import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { renderGoldenPath } from '@backstage-maturity/cli';
import { parse } from 'yaml';
import { Scaffolding, TEMPLATES } from './__testUtils__/Scaffolding';

jest.setTimeout(60_000);

const PAGE = path.resolve(__dirname, '../../../docs/writing-templates.md');
const ANSWERS = {
  name: 'mail-worker',
  description: 'Sends the "mails" that other services leave: all of them.',
  owner: 'group:default/payments',
  system: 'system:default/shop',
  tier: '2',
};

/** The files that the page shows whole, each below a line that begins with its path. */
function shownFiles(): Map<string, string> {
  const blocks = readFileSync(PAGE, 'utf8').matchAll(
    /^`templates\/([^`]+)`[^\n]*:\n\n```\w+\n(.*?)^```$/gms,
  );
  return new Map([...blocks].map(([, file, text]) => [file, text]));
}

describe('the first template of docs/writing-templates.md', () => {
  let templates: string;
  let scaffolding: Scaffolding;

  beforeAll(async () => {
    templates = mkdtempSync(path.join(os.tmpdir(), 'maturity-page-'));
    const common = path.join('skeletons', 'common');
    cpSync(path.join(TEMPLATES, common), path.join(templates, common), {
      recursive: true,
    });
    for (const [file, text] of shownFiles()) {
      const target = path.join(templates, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    // Waits until the catalog has taken it.
    scaffolding = await Scaffolding.start({ templates });
  });

  afterAll(async () => {
    await scaffolding?.stop();
    rmSync(templates, { recursive: true, force: true });
  });

  it('is shown with the files that it needs', () => {
    expect([...shownFiles().keys()]).toEqual([
      'worker.yaml',
      'skeletons/worker/catalog-info.yaml.njk',
      'skeletons/worker/AGENTS.md.njk',
    ]);
  });

  it('is taken by the catalog as it is shown', async () => {
    const entity = await scaffolding.entity('template', 'worker');
    const shown = parse(shownFiles().get('worker.yaml') ?? '');

    expect(entity.spec).toEqual(shown.spec);
  });

  it.each(['1', '2', '3', '4'])(
    'renders for tier %s, with the objectives of the form',
    async tier => {
      const { files } = await scaffolding.dryRun('worker', {
        ...ANSWERS,
        tier,
      });
      const shown = parse(shownFiles().get('worker.yaml') ?? '');
      const [{ properties }] = shown.spec.parameters;

      const { metadata, spec } = parse(files.get('catalog-info.yaml') ?? '');
      expect(metadata).toEqual({
        name: ANSWERS.name,
        description: ANSWERS.description,
        annotations: {
          'backstage.io/source-template': 'template:default/worker',
          'maturity/template-version': '1.0.0',
          'maturity/tier': tier,
          'maturity/stack': 'nodejs',
          'maturity/slo': properties.tier['ui:options'].objectives[tier],
        },
      });
      expect(spec).toEqual({
        type: 'service',
        lifecycle: 'production',
        owner: ANSWERS.owner,
        system: ANSWERS.system,
      });
      expect([...files.keys()].sort()).toEqual([
        '.editorconfig',
        '.golden-path.yaml',
        'AGENTS.md',
        'CODEOWNERS',
        'catalog-info.yaml',
      ]);
      expect([...files.values()].join('\n')).not.toMatch(/\$\{\{|undefined/);
    },
  );

  it('makes a service that is scored, and that an upgrade renders again', async () => {
    const end = await scaffolding.run('worker', ANSWERS);
    expect({ status: end.status, log: end.log }).toMatchObject({
      status: 'completed',
    });
    expect(end.output.scorecards).toMatchObject([
      {
        entityRef: 'component:default/mail-worker',
        tracks: [
          { track: 'devops', level: 0 },
          { track: 'sre', level: 0 },
          { track: 'platform', level: 0 },
        ],
      },
    ]);

    const files = await renderGoldenPath({
      templates,
      template: 'worker',
      answers: ANSWERS,
      portal: 'https://portal.acme.test',
    });
    const folder = scaffolding.service(ANSWERS.name);
    expect(files.size).toBe(5);
    for (const [file, { bytes }] of files) {
      const made = readFileSync(path.join(folder, file), 'utf8');
      expect([file, String(bytes)]).toEqual([file, made]);
    }
  });
});
