// Checks what the pages of the repository claim about it: links and their anchors, configuration keys,
// routes, permissions, actions, metrics, tables, environment variables, commands, and the alert rules.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import { root } from './workspace.mjs';

const read = file => readFileSync(path.join(root, file), 'utf8');
const backend = 'plugins/maturity-backend';
const faults = [];

const LEFT_OUT = /^(?:node_modules|dist|dist-types|skeletons|\..*)$/;

function filesBelow(folder, end) {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter(entry => !LEFT_OUT.test(entry.name))
    .flatMap(entry => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(file, end);
      return entry.name.endsWith(end) ? [file] : [];
    });
}

// Code is no prose: neither links nor headings are in it.
const withoutCode = text =>
  text.replace(/^( *)(```|~~~).*\n[^]*?^\1\2.*$/gm, '');

// As GitHub and MkDocs make them of a heading.
function anchorsOf(file) {
  const seen = new Map();
  const anchors = new Set();
  for (const [, heading] of withoutCode(read(file)).matchAll(
    /^#{1,6} (.+)$/gm,
  )) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    anchors.add(count ? `${slug}-${count}` : slug);
  }
  return anchors;
}

function checkLinks(page) {
  const text = withoutCode(read(page)).replace(/`[^`\n]*`/g, '');
  const links = [
    ...text.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g),
    ...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm),
  ].map(match => match[1]);
  for (const link of links) {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) continue;
    const [target, anchor] = decodeURI(link).split('#');
    const file = target ? path.join(path.dirname(page), target) : page;
    const whole = path.join(root, file);
    if (file.startsWith('..') || !existsSync(whole)) {
      faults.push(`${page}: the link "${link}" leads to no file.`);
    } else if (
      anchor &&
      (statSync(whole).isDirectory() || !anchorsOf(file).has(anchor))
    ) {
      faults.push(`${page}: "${target || page}" has no heading "#${anchor}".`);
    }
  }
}

// The keys of a config.d.ts; a key that users choose is "*".
function configKeys(file) {
  const source = ts.createSourceFile(
    'config.d.ts',
    read(file),
    ts.ScriptTarget.Latest,
  );
  const keys = new Set();
  function visit(type, prefix) {
    if (ts.isArrayTypeNode(type)) visit(type.elementType, prefix);
    else if (ts.isTypeReferenceNode(type) && type.typeArguments)
      type.typeArguments.forEach(each => visit(each, prefix));
    else if (ts.isTypeLiteralNode(type)) members(type.members, prefix);
  }
  function members(list, prefix) {
    for (const member of list) {
      const name = ts.isIndexSignatureDeclaration(member)
        ? '*'
        : member.name.text;
      const key = prefix ? `${prefix}.${name}` : name;
      keys.add(key);
      visit(member.type, key);
    }
  }
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement)) members(statement.members, '');
  }
  return keys;
}

const matches = (text, pattern) =>
  new Set([...text.matchAll(pattern)].map(match => match[1]));
const sourceOf = folder =>
  filesBelow(folder, '.ts')
    .filter(file => !file.endsWith('.test.ts'))
    .map(read)
    .join('\n');

const openapi = parse(read(`${backend}/src/schema/openapi.yaml`));
const routes = new Set(
  Object.entries(openapi.paths).flatMap(([route, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${route}`),
  ),
);
const metricsSource = sourceOf(`${backend}/src/metrics`);
const metrics = matches(metricsSource, /'(maturity(?:\.[a-z]+)+)'/g);
const seconds = new Set(
  [...metricsSource.matchAll(/'(maturity[\w.]+)',?\s*\{[^}]*unit: 's'/g)].map(
    match => match[1],
  ),
);
const configured = new Set(
  filesBelow('plugins', 'config.d.ts').flatMap(file => [...configKeys(file)]),
);
const named = new Set([
  ...configured,
  ...metrics,
  ...matches(
    sourceOf('plugins/maturity-common/src/client'),
    /name: '(maturity\.[\w.]+)'/g,
  ),
  ...[...matches(sourceOf(`${backend}/src/actions`), /name: '([\w-]+)'/g)].map(
    name => `maturity.${name}`,
  ),
]);
const tables = matches(
  filesBelow(`${backend}/migrations`, '.js').map(read).join('\n'),
  /createTable\('(\w+)'/g,
);

// What an OpenTelemetry exporter makes of a metric's name for Prometheus.
const exported = new Set(
  [...metrics].flatMap(metric => {
    const name = metric.replaceAll('.', '_');
    const base = seconds.has(metric) ? `${name}_seconds` : name;
    return [base, `${base}_total`, `${base}_bucket`, `${base}_count`];
  }),
);

const scripts = JSON.parse(read('package.json')).scripts;
const environment = matches(
  read('app-config.production.yaml').replace(/^ *#.*$/gm, ''),
  /\$\{([A-Z_]+)(?::-[^}]*)?\}/g,
);

function isKnownKey(key) {
  if (named.has(key)) return true;
  // `absence.<check>` and `checks.<id>.weight` name a key that users choose.
  const parts = key.split('.');
  return [...named].some(other => {
    const others = other.split('.');
    return (
      others.length === parts.length &&
      others.every((part, index) => part === '*' || part === parts[index])
    );
  });
}

function checkNames(page) {
  const text = read(page);
  const codes = [...text.matchAll(/`([^`\n]+)`/g)].map(match => match[1]);
  for (const code of codes) {
    const key = /^maturity\.[\w.<>*-]+$/.test(code) && code;
    if (key && !isKnownKey(key.replace(/<[^>]*>/g, '*'))) {
      faults.push(
        `${page}: "${code}" is no configuration key, metric, permission or action.`,
      );
    }
    const route = /^(GET|POST|PUT|PATCH|DELETE) (\/[^?\s]*)/.exec(code);
    if (route && !route[2].startsWith('/api/') && !isForeign(page)) {
      const wanted = `${route[1]} ${route[2]}`;
      if (!routes.has(wanted)) {
        faults.push(`${page}: the route "${wanted}" is not in openapi.yaml.`);
      }
    }
  }
  for (const [, name] of text.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)) {
    if (!Object.hasOwn(scripts, name))
      faults.push(`${page}: package.json has no script "${name}".`);
  }
}

// Pages about other services speak of other routes.
const isForeign = page => /^(?:examples|templates)\//.test(page);

// The site shows the pages of its navigation, the decisions in their index as well.
function checkNavigation() {
  const leaves = value =>
    typeof value === 'string' ? [value] : Object.values(value).flatMap(leaves);
  const shown = new Set(leaves(parse(read('mkdocs.yml')).nav));
  const decisions = read('docs/decisions/index.md');
  for (const page of filesBelow('docs', '.md')) {
    const name = path.relative('docs', page).replaceAll(path.sep, '/');
    if (!shown.has(name))
      faults.push(`mkdocs.yml: the page "${name}" is not in its navigation.`);
    const decision = /^decisions\/(\d+-.*)$/.exec(name)?.[1];
    if (decision && !decisions.includes(`](${decision})`))
      faults.push(`docs/decisions/index.md: it does not link "${decision}".`);
  }
}

// Each key below `maturity` has its line; what stands within lists, and in checks, is told by sentences and by another page.
function checkConfiguration() {
  const page = 'docs/configuration.md';
  const text = read(page);
  for (const key of configured) {
    const name = /^maturity\.(?!tracks\.|exemptions\.)([^*]+)$/.exec(key)?.[1];
    const isSection = [...configured].some(other =>
      other.startsWith(`${key}.`),
    );
    if (name && !isSection && !text.includes(`| \`${name}\` `))
      faults.push(`${page}: the key "${name}" is missing.`);
  }
}

// How the plugin is added to a portal names each package that a backend loads.
function checkSteps() {
  const page = 'README.md';
  const text = read(page);
  for (const folder of readdirSync(path.join(root, 'plugins'))) {
    const file = `plugins/${folder}/package.json`;
    if (!existsSync(path.join(root, file))) continue;
    const { name, backstage } = JSON.parse(read(file));
    if (!backstage.role.startsWith('backend-plugin')) continue;
    for (const words of [`import('${name}')`, `${name}@workspace:^`]) {
      if (!text.includes(words))
        faults.push(`${page}: its steps have no "${words}".`);
    }
  }
}

function checkOperations() {
  const page = 'docs/operations.md';
  const text = read(page);
  for (const [, name] of text.matchAll(/`(maturity_\w+)`/g)) {
    if (!tables.has(name) && !exported.has(name))
      faults.push(`${page}: there is no table or metric "${name}".`);
  }
  for (const name of environment) {
    if (!text.includes(`\`${name}\``))
      faults.push(`${page}: the variable "${name}" of production is missing.`);
  }
  for (const [, name] of text.matchAll(/\$\{?([A-Z][A-Z_]+)/g)) {
    if (!environment.has(name))
      faults.push(`${page}: production has no variable "${name}".`);
  }
  const backendSource = sourceOf(`${backend}/src`);
  const [, logLines = ''] = text.split('\n## Log lines\n');
  for (const [, words] of logLines.matchAll(/^\| \w+ +\|([^|]*)\|/gm)) {
    for (const [, line] of words.matchAll(/`([^`]+)`/g)) {
      if (!backendSource.includes(line))
        faults.push(`${page}: the backend logs no line with "${line}".`);
    }
  }
  const blocks = [...text.matchAll(/^```yaml\n([^]*?)^```$/gm)];
  const rules = blocks
    .map(([, block]) => parse(block))
    .flatMap(({ groups = [] }) => groups.flatMap(group => group.rules));
  if (rules.length < 3) faults.push(`${page}: its alert rules are gone.`);
  for (const { alert, expr, annotations } of rules) {
    for (const [name] of String(expr).matchAll(/\bmaturity_\w+/g)) {
      if (!exported.has(name))
        faults.push(
          `${page}: alert ${alert} reads "${name}", which nobody writes.`,
        );
    }
    if (!alert || !expr || !annotations?.summary)
      faults.push(`${page}: a rule needs alert, expr and a summary.`);
  }
}

// A set that is empty would let everything pass that should be looked up in it.
for (const [what, set] of Object.entries({
  routes,
  metrics,
  configured,
  tables,
  exported,
  environment,
})) {
  if (!set.size) faults.push(`No ${what} were found to compare pages with.`);
}

const pages = [
  ...filesBelow('.', '.md').filter(page => !/CHANGELOG\.md$/.test(page)),
];
for (const page of pages) {
  checkLinks(page);
  checkNames(page);
}
checkSteps();
checkConfiguration();
checkOperations();
checkNavigation();
for (const fault of faults) console.error(fault);
console.log(`${pages.length} pages, ${faults.length} wrong claims`);
process.exitCode = faults.length ? 1 : 0;
