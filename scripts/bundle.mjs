// Says how much of the production build of the demo portal is this plugin's own code: raw and gzipped,
// chunk by chunk, by the source maps. Fails when all of it together is above the limit. The build must
// exist: `npm test browser` or `yarn workspace app build` makes it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root, say } from './workspace.mjs';
import { stretches } from './bundle/stretches.mjs';

/** Limit of the plugin's own code, gzipped. */
const LIMIT = 120_000;
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
    return { name, own: text, whole: code, parts: [...parts].sort() };
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
const total = chunks
  .map(({ own }) => size(own))
  .reduce((a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip }));
console.log(
  `${kB(total.raw)} ${kB(total.gzip)}  the plugin's own code in ${
    chunks.length
  } chunks; the limit is ${kB(LIMIT).trim()} gzipped`,
);
if (total.gzip > LIMIT) {
  say(`the plugin's own code is above its limit of ${kB(LIMIT).trim()}.`);
  process.exitCode = 1;
}
