import { STACKS } from '../entity';
import { baseOf, depthOf, isForeign } from './paths';

const MANIFESTS: readonly (readonly [RegExp, string])[] = [
  [/^go\.mod$/, 'go'],
  [/^(?:pom\.xml|build\.gradle)$/, 'java'],
  [/^build\.gradle\.kts$/, 'kotlin'],
  [/^package\.json$/, 'node'],
  [/^pyproject\.toml$/, 'python'],
  [/^Gemfile$/, 'ruby'],
  [/^composer\.json$/, 'php'],
  [/\.csproj$/, 'dotnet'],
  [/^Cargo\.toml$/, 'rust'],
  [/^mix\.exs$/, 'elixir'],
];

const MAX_DEPTH = 3;

/**
 * The stack that the manifests of a tree tell: those nearest to the root, and among them the one that
 * comes first in the stack table. A `package.json` beside a `go.mod` is tooling.
 */
export function readStack(
  paths: readonly string[],
): { source: string; value: string } | undefined {
  const found = paths
    .filter(path => depthOf(path) <= MAX_DEPTH && !isForeign(path))
    .flatMap(path => {
      const manifest = MANIFESTS.find(([pattern]) =>
        pattern.test(baseOf(path)),
      );
      return manifest
        ? [{ source: path, value: kotlinOr(manifest[1], paths) }]
        : [];
    });
  found.sort(
    (a, b) =>
      depthOf(a.source) - depthOf(b.source) ||
      STACKS.indexOf(a.value) - STACKS.indexOf(b.value) ||
      (a.source < b.source ? -1 : 1),
  );
  return found[0];
}

/** A Gradle build in Kotlin may well build Java. */
function kotlinOr(stack: string, paths: readonly string[]): string {
  if (stack !== 'java' && stack !== 'kotlin') {
    return stack;
  }
  const hasKotlin = paths.some(path => /(?:^|\/)src\/main\/.+\.kt$/.test(path));
  const hasJava = paths.some(path => /(?:^|\/)src\/main\/.+\.java$/.test(path));
  return hasKotlin && !hasJava ? 'kotlin' : 'java';
}
