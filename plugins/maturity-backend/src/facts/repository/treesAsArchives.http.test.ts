import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createGzip, gzipSync } from 'node:zlib';
import {
  HostedTrees,
  RUNBOOK,
  WORKFLOW,
} from '../../__testUtils__/HostedTrees';
import { tarball, tarEntry } from '../../__testUtils__/tarball';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { readRepositories } from '../../database';

jest.setTimeout(120_000);

const databases = TestDatabases.create();

describe('Archives of a host', () => {
  let hosted: HostedTrees;

  beforeEach(async () => {
    hosted = await HostedTrees.open(databases);
  });

  afterEach(() => hosted.stop());

  const whole = gzipSync(
    tarball({ 'acme/a.md': `# A ${randomBytes(5_000).toString('hex')}` }),
  );

  it.each<[string, string, (response: ServerResponse) => void]>([
    [
      'ends early',
      'The host did not answer in time.',
      response => {
        response.writeHead(200, { 'Content-Length': whole.length });
        response.write(whole.subarray(0, 3_000));
        setTimeout(() => response.destroy(), 50);
      },
    ],
    [
      'was cut before it was sent',
      'The files could not be read.',
      response => response.end(whole.subarray(0, 3_000)),
    ],
    [
      'is no archive',
      'The tree holds no files.',
      response => response.end('<html>sign in</html>'),
    ],
  ])('stay unknown when the archive %s', async (_, message, archive) => {
    const db = await hosted.start({ repository: { timeout: { seconds: 3 } } });
    hosted.git.archive = archive;
    await hosted.portal.sweep();
    expect(await hosted.verdict('ci-pipeline')).toMatchObject({
      status: 'unknown',
      reason: 'error',
      details: { message },
    });
    expect(await readRepositories(db)).toMatchObject([
      { factsHash: null, failures: 1 },
    ]);
  });

  it.each([
    [0, 'The archive has more than 5000000 bytes, and no more are read.'],
    [
      1,
      'The files have more than 5000000 bytes together, and no more are read.',
    ],
  ])(
    'stop at the limit of bytes, however long an archive of level %i would go on',
    async (level, message) => {
      await hosted.start({ repository: { maxBytes: 5_000_000 } });
      let sent = 0;
      let closed: Promise<unknown> | undefined;
      hosted.git.archive = response => {
        closed = once(response, 'close');
        const gzip = createGzip({ level });
        gzip.pipe(response);
        gzip.on('error', () => {});
        const more = () => {
          if (response.destroyed) return;
          sent += 1_000_000;
          const content = Buffer.alloc(1_000_000, 'x');
          gzip.write(tarEntry(`acme/${sent}.bin`, content), more);
        };
        more();
      };
      await hosted.portal.sweep();
      await closed;
      expect(sent).toBeLessThan(30_000_000);
      expect(await hosted.verdict('ci-pipeline')).toMatchObject({
        status: 'unknown',
        details: { message },
      });
    },
  );

  it('are let go of when they are broken, and the host would send more', async () => {
    await hosted.start();
    let closed: Promise<unknown> | undefined;
    hosted.git.archive = response => {
      closed = once(response, 'close');
      // The beginning of a gzip archive, and no compressed data after it.
      response.write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]));
      const more = () => {
        if (response.destroyed) return;
        if (response.write(Buffer.alloc(65_536, 7))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    };
    await hosted.portal.sweep();
    await closed;
    expect(await hosted.verdict('ci-pipeline')).toMatchObject({
      status: 'unknown',
      details: { message: 'The files could not be read.' },
    });
  });

  it('are given up when the host does not go on', async () => {
    await hosted.start({ repository: { timeout: { seconds: 1 } } });
    hosted.git.archive = () => {};
    await hosted.portal.sweep();
    expect(await hosted.verdict('ci-pipeline')).toMatchObject({
      details: { message: 'The host did not answer in time.' },
    });
  });

  it('are listed up to the limit of files, and then absence proves nothing', async () => {
    await hosted.start({
      repository: { maxFiles: 2 },
      annotations: { 'maturity/runbook': 'docs/zz.md' },
    });
    await hosted.portal.sweep();
    expect((await hosted.verdict('runbook-linked')).reason).not.toBe(
      'contradicted',
    );
  });

  it('hold nothing by names that lead out of them', async () => {
    await hosted.start();
    hosted.git.archive = response =>
      response.end(
        gzipSync(
          tarball({
            'acme/../.github/workflows/ci.yml': WORKFLOW,
            'acme/../../docs/runbook.md': RUNBOOK,
            'acme/node_modules/x/docs/runbook.md': RUNBOOK,
            'acme/README.md': '# Checkout',
          }),
        ),
      );
    await hosted.portal.sweep();
    expect(await hosted.verdict('ci-pipeline')).toMatchObject({
      status: 'unknown',
    });
    expect(
      JSON.stringify(await hosted.verdict('runbook-linked')),
    ).not.toContain('docs/runbook.md');
  });
});
