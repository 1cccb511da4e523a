/** Folders whose files were not written for this service: dependencies, build output, samples, test data. */
const FOREIGN = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'third_party',
  '.venv',
  'venv',
  'site-packages',
  'dist',
  'dist-types',
  'coverage',
  'testdata',
  'fixtures',
  '__fixtures__',
  '__mocks__',
  '__snapshots__',
  'example',
  'examples',
  'skeleton',
  'skeletons',
]);

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function depthOf(path: string): number {
  return path.split('/').length - 1;
}

/** True for a file that lies in a folder of dependencies, build output, samples or test data. */
export function isForeign(path: string): boolean {
  return folderOf(path)
    .split('/')
    .some(segment => FOREIGN.has(segment));
}

export function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

const TEST_FILES = [
  /\.(?:test|spec|cy|e2e)\.[cm]?[jt]sx?$/,
  /(?:^|\/)__tests__\/.+\.[cm]?[jt]sx?$/,
  /(?:^|\/)tests?\/.+\.[cm]?[jt]sx?$/,
  /(?:^|\/)test_[^/]+\.py$|_test\.py$|(?:^|\/)tests\.py$/,
  /_test\.go$/,
  /(?:^|\/)src\/(?:test|integrationTest|androidTest)\/.+\.(?:java|kt|scala|groovy)$/,
  /(?:Test|Tests|IT|Spec)\.(?:java|kt|scala|groovy)$/,
  /_(?:spec|test)\.rb$|(?:^|\/)test_[^/]+\.rb$/,
  /Test\.php$|(?:^|\/)tests\/.+\.php$/,
  /Tests?\.(?:cs|fs|swift)$/,
  /_test\.(?:exs|dart|clj[cs]?)$|_SUITE\.erl$/,
  /(?:^|\/)tests\/.+\.rs$/,
  /(?:^|\/)(?:test_[^/]+|[^/]+_test)\.(?:cpp|cc|cxx|c)$/,
  /(?:^|\/)tests?\/.+\.(?:cpp|cc|cxx|c)$/,
  /\.(?:bats|feature|robot|tftest\.hcl)$/,
  /(?:^|\/)tests\/testthat\/[^/]+\.r$/i,
  /(?:^|\/)test\/runtests\.jl$/,
];

/** Rust and Zig keep tests beside the code that they test. */
const TESTS_INSIDE = /\.(?:rs|zig)$/;
const NAMED_LIKE_TESTS =
  /(?:^|[/._-])(?:tests?|testing|specs?|e2e|features?)(?=[/._-])|(?:Tests?|Specs?|_SUITE)\.\w+$|(?:^|\/)t\/[^/]+\.t$/;

const TEST_SUPPORT =
  /(?:^|\/)(?:setupTests|jest\.setup|vitest\.setup|conftest|__init__)\.[a-z]+$/;

/** A path of many folders that are called `tests` costs the expressions time with its square. */
const LONGEST = 1_000;

/** True for a source file that may hold tests of its own code. */
export function mayHoldOwnTests(path: string): boolean {
  return TESTS_INSIDE.test(path) && !isForeign(path);
}

/** True for a file of which nobody can say that it holds no tests, whatever its stack calls them. */
export function mayBeTestFile(path: string): boolean {
  return (
    path.length > LONGEST ||
    isTestFile(path) ||
    mayHoldOwnTests(path) ||
    NAMED_LIKE_TESTS.test(path)
  );
}

/** True for a file that holds tests by the naming rules of its stack. */
export function isTestFile(path: string): boolean {
  return (
    path.length <= LONGEST &&
    !isForeign(path) &&
    !TEST_SUPPORT.test(path) &&
    TEST_FILES.some(pattern => pattern.test(path))
  );
}
