// Says how much of the production build of the demo portal is this plugin's own code: raw and gzipped,
// chunk by chunk, by the source maps. Fails when all of it together is above the limit. The build must
// exist: `npm test browser` or `yarn workspace app build` makes it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root, say } from './workspace.mjs';
import { stretches } from './bundle/stretches.mjs';

/** Limit of the plugin's own code that pages load, and of the code that is loaded on demand, gzipped. */
const LIMIT = 120_000;
/** The dialog that fixes a check, and the engine that knows the fixes. */
const ON_DEMAND =
  /\/plugins\/(maturity\/src\/components\/FixDialog\/OpenedFix|maturity-common\/src\/annotate\/)/;
const OWN = /\/plugins\/maturity(-common)?\/(src|package\.json)/;
const folder = path.join(root, 'packages', 'app', 'dist', 'static');

if (!existsSync(folder)) {
  say(`there is no production build in "${path.relative(root, folder)}".`);
  process.exit(2);
}

const size = text => ({
  raw: Buffer.byteLength(text),
  gzip: gzipSync(text, { level: 9 }).length,
});
const kB = bytes => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;

const chunks = readdirSync(folder)
  .filter(name => name.endsWith('.js') && existsSync(`${folder}/${name}.map`))
  .map(name => {
    const map = JSON.parse(readFileSync(`${folder}/${name}.map`, 'utf8'));
    const own = map.sources.map(source => OWN.test(source));
    if (!own.includes(true)) return { name, own: '' };
    const code = readFileSync(`${folder}/${name}`, 'utf8');
    const text = stretches(code, map.mappings)
      .filter(({ source }) => own[source])
      .map(stretch => stretch.text)
      .join('');
    const parts = new Set(
      map.sources
        .filter((_, index) => own[index])
        .map(source => /components\/(\w+)\//.exec(source)?.[1] ?? 'rest'),
    );
    const onDemand = map.sources.some(source => ON_DEMAND.test(source));
    return { name, own: text, whole: code, onDemand, parts: [...parts].sort() };
  })
  .filter(({ own }) => own !== '')
  .sort((a, b) => b.own.length - a.own.length);

console.log('    own raw   own gzip  chunk gzip  chunk');
for (const { name, own, whole, parts } of chunks) {
  const { raw, gzip } = size(own);
  console.log(
    `${kB(raw)} ${kB(gzip)}  ${kB(size(whole).gzip)}  ${name}: ${parts.join(
      ', ',
    )}`,
  );
}
for (const onDemand of [false, true]) {
  const counted = chunks.filter(chunk => chunk.onDemand === onDemand);
  const sizes = counted.map(({ own }) => size(own));
  const raw = sizes.reduce((sum, each) => sum + each.raw, 0);
  const gzip = sizes.reduce((sum, each) => sum + each.gzip, 0);
  const what = onDemand ? 'loaded when a fix is opened' : 'loaded by pages';
  console.log(
    `${kB(raw)} ${kB(gzip)}  the plugin's own code ${what}, in ${
      counted.length
    } chunks; the limit is ${kB(LIMIT).trim()} gzipped`,
  );
  if (gzip > LIMIT) {
    say(`the plugin's own code ${what} is above ${kB(LIMIT).trim()}.`);
    process.exitCode = 1;
  }
}
