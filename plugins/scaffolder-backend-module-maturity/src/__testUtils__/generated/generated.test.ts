import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { run, shellEnvironment } from './commands';
import { chartProblems } from './chart';
import { imageProblems, lostSources, readDockerfile } from './dockerfile';
import { lacks, readExposition } from './exposition';
import { pipelineProblems } from './gitlabPipeline';
import { sumProblems } from './goSources';
import { missing } from './itWith';
import { anchorsOf, lostAnchors } from './links';
import { shellCodeIn } from './shellCode';
import { Traffic } from './Traffic';

describe('run', () => {
  it('gives what a command wrote, and throws with it when it fails', async () => {
    const cwd = __dirname;
    expect(
      await run(['sh', '-c', 'cat; echo b >&2'], { cwd, input: 'a' }),
    ).toBe('ab\n');
    await expect(
      run(['sh', '-c', 'echo why; exit 3'], { cwd }),
    ).rejects.toThrow('sh -c echo why; exit 3 ended with 3:\nwhy\n');
    await expect(run(['no-such-program'], { cwd })).rejects.toThrow('ENOENT');
  });

  it('hides the test runner and the commands of this workspace', () => {
    expect(process.env.NODE_ENV).toBe('test');
    const env = shellEnvironment({ PORT: '1' });
    expect(env.NODE_ENV).toBeUndefined();
    expect(env.JEST_WORKER_ID).toBeUndefined();
    expect(env.PORT).toBe('1');
    expect(env.PATH).not.toMatch(/node_modules\/\.bin(?::|$)/);
  });
});

describe('missing', () => {
  it('names programs, packages and other things that are not there', () => {
    expect(
      missing({
        programs: ['sh', 'no-such-program'],
        packages: ['yaml', 'no-such-package'],
        others: { here: 1, 'not here': undefined },
      }),
    ).toEqual(['no-such-program', 'no-such-package', 'not here']);
  });
});

describe('Traffic', () => {
  async function serve(stop: (server: Server) => Promise<void>) {
    let ready = true;
    const server = createServer((request, response) => {
      if (request.url === '/readyz' && !ready) response.statusCode = 503;
      if (!ready) response.setHeader('connection', 'close');
      setTimeout(() => response.end('{}'), 5);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('No port.');
    const traffic = new Traffic(`http://127.0.0.1:${address.port}`, {
      route: '/',
      lagMs: 100,
    });
    while (traffic.answered < 50) await delay(5);
    ready = false;
    await stop(server);
    return traffic.end();
  }

  it('is answered by a server that goes on until callers have noticed', async () => {
    const outcome = await serve(async server => {
      await delay(400);
      server.close();
    });
    expect(outcome.dropped).toEqual([]);
    expect([...outcome.answers.keys()]).toEqual([200]);
    expect(outcome.whileDraining).toBeGreaterThan(0);
  });

  it('sees the requests that a server drops', async () => {
    const outcome = await serve(async server => {
      server.close();
      server.closeAllConnections();
    });
    expect(outcome.dropped.length).toBeGreaterThan(0);
  });
});

describe('exposition', () => {
  const series = readExposition(
    '# TYPE a counter\na{code="200",name="say \\"hi\\""} 3\nb 1e-3\n',
  );

  it('is read into series', () => {
    expect(series.map(({ name, value }) => [name, value])).toEqual([
      ['a', 3],
      ['b', 0.001],
    ]);
    expect(series[0].labels.get('name')).toBe('say \\"hi\\"');
    expect(() => readExposition('a=1\n')).toThrow('"a=1" is no series.');
  });

  it('is compared with a query', () => {
    expect(lacks(series, 'rate(a{code="200"}[1m])')).toEqual([]);
    expect(lacks(series, 'a{code="500",le=~".*"} / c{x="1"}')).toEqual([
      'a{code="500"}',
      'a{le=~".*"}',
      'c',
    ]);
  });
});

describe('imageProblems', () => {
  it('names what makes an image big, unsafe or uncertain', () => {
    const stages = readDockerfile(
      'FROM node AS build\nCOPY a b ./\nFROM node:latest\nCOPY c ./\nUSER root\nCMD node \\\n  main.js\n',
    );
    expect(imageProblems(stages)).toEqual([
      'The image "node" has no version.',
      'The image "node:latest" has no version.',
      'It runs as "root"; expected a number above 0.',
      'It has no single HEALTHCHECK.',
      'It has no single EXPOSE.',
      'CMD is no list: node main.js',
      '"COPY c ./" does not come from a stage before.',
    ]);
    expect(
      lostSources(stages, { files: ['a/x', 'b'], ignored: ['b'] }),
    ).toEqual(['b', 'c']);
    expect(imageProblems(readDockerfile('FROM a:1\n'))).toEqual([
      'It has less than two stages.',
    ]);
  });
});

describe('pipelineProblems', () => {
  it('names what GitLab would refuse', () => {
    const text = `
stages: [test, idle]
workflow: { rules: [{ if: $CI_COMMIT_BRANCH }] }
test: { stage: tests, image: 'node:22', script: ['echo $NOWHERE'], onyl: [main] }
late: { stage: test, image: node, script: [], needs: [gone], coverage: '%' }
`;
    expect(pipelineProblems(text)).toEqual([
      'test: "onyl" is unknown.',
      'test: there is no stage "tests".',
      'late: has no script.',
      'late: the image "node" has no version.',
      'late: coverage is no expression.',
      'late: needs "gone", which is not there before it.',
      'Nothing runs in stage "idle".',
      'The variable "NOWHERE" is set nowhere.',
    ]);
  });
});

describe('sumProblems', () => {
  it('names modules without a hash', () => {
    const hash = `h1:${'a'.repeat(43)}=`;
    expect(
      sumProblems(
        'require example.com/a v1.0.0\nrequire (\n\texample.com/b v2.0.0\n)\n',
        `example.com/a v1.0.0 ${hash}\nexample.com/a v1.0.0/go.mod h1:x\n`,
      ),
    ).toEqual([
      '"example.com/a v1.0.0/go.mod h1:x" is no hash.',
      'There is no hash of "example.com/b v2.0.0".',
      'There is no hash of "example.com/b v2.0.0/go.mod".',
    ]);
  });
});

describe('links', () => {
  it('have the anchors that pages make of headings', () => {
    expect(anchorsOf('# A *b* `c`!\n```sh\n# no\n```\n## d-e\n')).toEqual([
      'a-b-c',
      'd-e',
    ]);
    expect(lostAnchors('x/runbook#d-e y/runbook#gone"', '## d-e\n')).toEqual([
      'gone',
    ]);
  });
});

describe('shellCodeIn', () => {
  it.each([
    ['.github/workflows/a.yaml', 'jobs: {a: {steps: [{uses: x}, {run: ls}]}}'],
    ['.gitlab-ci.yml', 'stages: [a]\na: {before_script: [], script: [ls]}'],
    ['Dockerfile', 'FROM a\nRUN ls\n'],
    ['README.md', '```sh\nls\n```\n```yaml\na: 1\n```\n'],
    ['.devcontainer/devcontainer.json', '{"postCreateCommand":"ls"}'],
    ['a.sh', 'ls'],
  ])('finds the code of %s', (file, text) => {
    expect(shellCodeIn(file, text).map(({ code }) => code.trim())).toEqual([
      'ls',
    ]);
  });
});

describe('chartProblems', () => {
  it('sees that nothing fits together', () => {
    expect(chartProblems([])).toContain('Service selects nothing.');
  });
});
