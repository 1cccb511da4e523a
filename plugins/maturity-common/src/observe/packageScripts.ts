import { readCommands } from './ci/shell';
import { entriesOf, at } from './text/data';
import { parseJson } from './text/jsonText';

/** Names of package scripts that only print or end, such as the one that `npm init` writes for `test`. */
export function emptyScripts(
  manifest: string | undefined,
): ReadonlySet<string> {
  const scripts =
    manifest === undefined ? undefined : at(parseJson(manifest), 'scripts');
  const empty = entriesOf(scripts).filter(
    ([, script]) =>
      typeof script === 'string' &&
      readCommands(script).every(command =>
        /^(?:echo|printf|exit|true|false|:)$/.test(command.words[0]),
      ),
  );
  return new Set(empty.map(([name]) => name));
}
