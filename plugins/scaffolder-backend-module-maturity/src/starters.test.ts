/* eslint jest/no-standalone-expect: ["error", { "additionalTestBlockFunctions": ["itWith"] }] */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Collector } from './__testUtils__/generated/Collector';
import { run } from './__testUtils__/generated/commands';
import { lacks, readExposition } from './__testUtils__/generated/exposition';
import { GeneratedProject } from './__testUtils__/generated/GeneratedProject';
import { itWith, missing } from './__testUtils__/generated/itWith';
import { LANGUAGES } from './__testUtils__/generated/languages';
import { Prometheus } from './__testUtils__/generated/Prometheus';
import type { RunningService } from './__testUtils__/generated/RunningService';
import { tell } from './__testUtils__/generated/tell';
import { Traffic } from './__testUtils__/generated/Traffic';
import { Scaffolding, TEMPLATES } from './__testUtils__/Scaffolding';

jest.setTimeout(300_000);

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const DRAIN = { DRAIN_MS: '1500' };

describe('starters', () => {
  let scaffolding: Scaffolding;

  beforeAll(async () => {
    scaffolding = await Scaffolding.start();
  });

  afterAll(async () => {
    await scaffolding?.stop();
  });

  describe.each(LANGUAGES)('$template as it is generated', language => {
    const { template, ci, needs, traces } = language;
    const name = template.replace('service', 'orders');
    let project: GeneratedProject;
    let running: RunningService | undefined;
    let prometheus: Prometheus | undefined;

    beforeAll(async () => {
      const end = await scaffolding.run(template, {
        name,
        description: 'Takes the "orders" of customers: all of them, always.',
        owner: 'group:default/payments',
        system: 'system:default/shop',
        tier: '2',
        ci,
      });
      if (end.status !== 'completed') throw new Error(end.log);
      if (missing(needs).length) return;
      project = new GeneratedProject(scaffolding.service(name), language);
    });

    afterEach(() => {
      running?.kill();
      prometheus?.stop();
    });

    afterAll(() => project?.remove());

    const withGit = { ...needs, programs: [...(needs.programs ?? []), 'git'] };
    itWith(
      withGit,
      'installs, lints, tests and builds with the commands of its README and its pipeline',
      async () => {
        const output = await project.work();
        const layer = `skeletons/${template.split('-')[0]}-gitlab`;
        const [, coverage] =
          /^ +coverage: '\/(.+)\/'$/m.exec(
            readFileSync(path.join(TEMPLATES, layer, '.gitlab-ci.yml'), 'utf8'),
          ) ?? [];
        const [, percent] = new RegExp(coverage, 'm').exec(output) ?? [];
        expect(Number(percent)).toBeGreaterThan(80);
        // All that they made is ignored, and nothing that is committed changed.
        const changes = await project.run('git status --porcelain');
        expect(changes.replace('?? vendor/\n', '')).toBe('');
      },
    );

    const withCurl = {
      ...needs,
      programs: [...(needs.programs ?? []), 'curl'],
    };
    itWith(
      withCurl,
      'starts and answers with the commands that its documents print',
      async () => {
        running = await project.startAsPrinted();
        const pages = ['README.md', 'docs/getting-started.md'].map(page =>
          project.read(page),
        );
        const curls = pages.flatMap(page => [
          ...page.matchAll(/`(curl [^`]+)`/g),
        ]);
        expect(curls.length).toBeGreaterThan(2);
        for (const [, curl] of curls) {
          // Some shells take a bare question mark for a pattern.
          expect(curl).not.toMatch(/ [^']\S*\?/);
          const asked = curl.replace('http://localhost:8080', running.address);
          const text = await project.run(
            asked.replace(/^curl/, 'curl --silent --fail'),
          );
          expect(text).toMatch(
            curl.includes('/metrics')
              ? /^http_requests_total\{.*code="200"/m
              : new RegExp(`"Hello, Ada!".*"${name}"`),
          );
        }
      },
    );

    itWith(
      needs,
      'says how it is, logs requests with the trace of the caller, and writes no file',
      async () => {
        const before = await project.fingerprint();
        running = await project.start(DRAIN);
        expect((await running.get('/livez')).status).toBe(200);
        expect((await running.get('/readyz')).status).toBe(200);
        const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
        const greeting = await running.get('/greeting', { traceparent });
        expect(greeting.headers.get('content-type')).toMatch(
          /^application\/json/,
        );
        expect(JSON.parse(greeting.text)).toEqual({
          greeting: 'Hello, world!',
          from: name,
        });
        expect((await running.get('/none')).status).toBe(404);
        running.signal('SIGTERM');
        expect(await running.end()).toBe(0);
        const lines = running.log
          .trimEnd()
          .split('\n')
          .map(line => JSON.parse(line));
        expect(lines.filter(line => line.service !== name)).toEqual([]);
        // The same words in each language, so that one query finds them all.
        expect(lines.map(({ level }) => level)).toEqual(
          lines.map(() => 'info'),
        );
        const times = lines.map(({ time }) => time);
        expect(times).toEqual(times.map(time => new Date(time).toISOString()));
        expect(lines).toContainEqual(
          expect.objectContaining({
            msg: 'request',
            trace_id: TRACE,
            route: '/greeting',
            code: 200,
          }),
        );
        expect(await project.fingerprint()).toEqual(before);
      },
    );

    itWith(needs, 'drops no request when it is told to stop', async () => {
      running = await project.start(DRAIN);
      const traffic = new Traffic(running.address, {
        route: '/greeting?name=Ada',
        lagMs: 500,
      });
      while (traffic.answered < 300) await delay(20);
      running.signal('SIGTERM');
      const { answers, dropped, whileDraining } = await traffic.end();
      expect(dropped).toEqual([]);
      expect([...answers.keys()]).toEqual([200]);
      expect(whileDraining).toBeGreaterThan(0);
      expect(await running.end()).toBe(0);
      expect(running.log).toContain('"msg":"stopped"');
    });

    itWith(needs, 'says what in its environment it cannot read', async () => {
      const { command, cwd } = await project.image();
      const wrong = { PORT: 'http', LOG_LEVEL: 'loud', DRAIN_MS: '5s' };
      const said = await run(command, { cwd, env: wrong }).catch(String);
      const levels = 'trace, debug, info, warn, error, fatal, silent';
      for (const sentence of [
        'PORT is "http"; expected a whole number.',
        'DRAIN_MS is "5s"; expected a whole number.',
        `LOG_LEVEL is "loud"; expected one of ${levels}.`,
      ]) {
        expect(said).toContain(sentence);
      }
      await expect(
        run(command, { cwd, env: { PORT: '70000' } }),
      ).rejects.toThrow('PORT is "70000"; expected at most 65535.');
    });

    itWith(
      needs,
      'answers whatever callers send, and does not wait for slow ones',
      async () => {
        running = await project.start({ REQUEST_TIMEOUT_MS: '700' });
        const { address } = running;
        const host = 'Host: x\r\nConnection: close\r\n\r\n';
        for (const [start, answer] of [
          ['GET // HTTP/1.1', 404],
          ['GET //evil/greeting HTTP/1.1', 404],
          ['GET /x/../greeting HTTP/1.1', 404],
          ['GET /greeting?name=%zz%ff HTTP/1.1', 200],
          ['GET /greeting HTTP/1.1\r\ntraceparent: nonsense', 200],
          ['BREW /greeting HTTP/1.1', /^HTTP\/1\.1 40[04] /],
          [`GET /greeting HTTP/1.1\r\nX: ${'x'.repeat(2e6)}`, /^(?!.* 200)/],
        ] as const) {
          const text = await tell(address, `${start}\r\n${host}`);
          expect(text).toMatch(
            typeof answer === 'number'
              ? new RegExp(`^HTTP/1\\.1 ${answer} `)
              : answer,
          );
        }
        const large = `POST /greeting HTTP/1.1\r\nContent-Length: 20000000\r\n${host}`;
        expect(await tell(address, large + 'x'.repeat(2e7))).not.toMatch(
          / 5\d\d /,
        );
        const slow = ['', 'GET /greeting HTTP/1.1\r\nX-Late: '];
        const answers = await Promise.all(
          slow.map(text => tell(address, text, { drip: 'x' })),
        );
        expect(answers.join('')).not.toMatch(/ (?:200|5\d\d) /);
        expect((await running.get('/greeting')).status).toBe(200);
        expect((await running.get('/metrics')).text).not.toMatch(
          /evil|BREW|code="5/,
        );
      },
    );

    itWith(
      needs,
      'sends traces to the collector that its environment names, and works without',
      async () => {
        const collector = await Collector.start();
        running = await project.start({
          DRAIN_MS: '0',
          OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
        });
        const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
        expect((await running.get('/greeting', { traceparent })).status).toBe(
          200,
        );
        running.signal('SIGTERM');
        expect(await running.end()).toBe(0);
        expect(running.log).toContain(`"trace_id":"${TRACE}"`);
        expect(running.log.includes('Nothing is traced')).toBe(!traces);
        const spans = collector.stop();
        expect(spans.includes('GET /greeting')).toBe(traces);
        expect(
          spans.includes(TRACE) || spans.includes(Buffer.from(TRACE, 'hex')),
        ).toBe(traces);
        expect(spans.includes('/readyz')).toBe(false);
      },
    );

    itWith(
      needs,
      'measures what its objectives and its dashboard ask for',
      async () => {
        running = await project.start();
        await running.get('/greeting');
        const { text } = await running.get('/metrics');
        const series = readExposition(text);
        const queries = [
          ...project.objectives.flatMap(({ errors, total }) => [errors, total]),
          // The rest is what Prometheus records.
          ...project.panels
            .map(({ query }) => query)
            .filter(query => !/slo:|ALERTS/.test(query)),
        ];
        expect(queries.length).toBeGreaterThan(7);
        expect(queries.flatMap(query => lacks(series, query))).toEqual([]);
      },
    );

    const withPrometheus = {
      ...needs,
      programs: [...(needs.programs ?? []), 'prometheus'],
    };
    itWith(
      withPrometheus,
      'is scraped by Prometheus, which evaluates its objectives, rules and dashboard',
      async () => {
        running = await project.start();
        const { address } = running;
        prometheus = await Prometheus.start({
          folder: project.place('prometheus'),
          target: new URL(address).host,
          // As the ServiceMonitor of the chart has it.
          labels: { service: name, pod: `${name}-0`, namespace: name },
          rules: path.join(project.folder, 'deploy/chart/rules/alerts.yaml'),
        });
        const requests = setInterval(
          () => void fetch(`${address}/greeting`).catch(() => undefined),
          100,
        );
        try {
          await prometheus.await('up', ([up]) => up === 1);
          for (const { total } of project.objectives) {
            const [perSecond] = await prometheus.await(
              total,
              ([value]) => value > 0,
            );
            expect(perSecond).toBeGreaterThan(0);
          }
          const [availability, latency] = project.objectives;
          expect(await prometheus.query(availability.errors)).toEqual([]);
          expect(await prometheus.query(latency.errors)).toHaveLength(1);
          const of = `{sloth_service="${name}",sloth_slo="${availability.name}"}`;
          await prometheus.await(
            `slo:period_error_budget_remaining:ratio${of}`,
          );
          expect(
            await prometheus.query(`slo:sli_error:ratio_rate5m${of}`),
          ).toEqual([0]);
          expect(
            await prometheus.query(
              `slo:period_error_budget_remaining:ratio${of}`,
            ),
          ).toEqual([1]);
          for (const { title, query } of project.panels) {
            const values = title === 'Errors' ? [] : [expect.any(Number)];
            const shown =
              title === 'Errors'
                ? await prometheus.query(query)
                : await prometheus.await(query);
            expect({ title, values: shown.slice(0, 1) }).toEqual({
              title,
              values,
            });
          }
          const rules = await prometheus.rules();
          expect(rules.filter(({ type }) => type === 'alerting')).toHaveLength(
            4,
          );
          expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);
        } finally {
          clearInterval(requests);
        }
      },
    );
  });
});
