import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { GO_SOURCES } from './goSources';
import { isJsonObject } from './json';
import { run } from './commands';

const SPRIG = path.join(GO_SOURCES, 'src/github.com/Masterminds/sprig');

/** Sprig, whose functions Helm's templates use; undefined where the distribution has not installed it. */
export const sprig = existsSync(SPRIG) ? SPRIG : undefined;

/** A chart of a generated service and the values that it gets besides its own. */
export interface ChartOptions {
  folder: string;
  values?: Readonly<Record<string, unknown>>;
}

/** An object of Kubernetes. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels: Record<string, string> };
  [key: string]: unknown;
}

function textsBelow(folder: string, within: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path.join(folder, within), {
      withFileTypes: true,
      recursive: true,
    })
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name))
      .map(file => [path.relative(folder, file), readFileSync(file, 'utf8')]),
  );
}

// Helm upper-cases the keys of Chart.yaml that templates read.
function chartOf(folder: string) {
  const { name, version, appVersion, description } = parse(
    readFileSync(path.join(folder, 'Chart.yaml'), 'utf8'),
  );
  return {
    Name: name,
    Version: version,
    AppVersion: appVersion,
    Description: description,
  };
}

function isManifest(value: unknown): value is Manifest {
  return (
    isJsonObject(value) &&
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    isJsonObject(value.metadata)
  );
}

/** The objects of a rendered file. Throws when it is no YAML, or holds anything else. */
function manifestsIn(file: string, text: string): Manifest[] {
  return parseAllDocuments(text).flatMap(document => {
    if (document.errors.length) {
      throw new Error(`${file}: ${document.errors[0].message}\n${text}`);
    }
    const value: unknown = document.toJS();
    if (value === null) return [];
    if (!isManifest(value)) throw new Error(`${file} is no object:\n${text}`);
    return [value];
  });
}

/** Renders charts with Go's templates and sprig, as Helm does, and gives the objects of each. */
export async function renderCharts(
  charts: readonly ChartOptions[],
): Promise<Manifest[][]> {
  const input = charts.map(({ folder, values }) => {
    const files = textsBelow(folder, '.');
    const own = parse(files['values.yaml']);
    const templates = textsBelow(folder, 'templates');
    return {
      Chart: chartOf(folder),
      Release: { Name: 'live', Namespace: 'shop', Service: 'Helm' },
      Values: { ...own, ...values },
      Files: files,
      Templates: templates,
    };
  });
  const output = await run(
    ['go', 'run', path.join(__dirname, 'helm/main.go')],
    {
      cwd: __dirname,
      env: { CGO_ENABLED: '0', GO111MODULE: 'off', GOPATH: GO_SOURCES },
      input: JSON.stringify(input),
    },
  );
  const rendered: Record<string, string>[] = JSON.parse(output);
  return rendered.map(files =>
    Object.entries(files)
      .filter(([file]) => file.endsWith('.yaml'))
      .flatMap(([file, text]) => manifestsIn(file, text)),
  );
}
