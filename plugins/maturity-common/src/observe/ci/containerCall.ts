/** Flags of `run` and `exec` that are followed by a value. */
const VALUE_FLAGS = new Set([
  '-e',
  '--env',
  '--env-file',
  '-v',
  '--volume',
  '--mount',
  '-w',
  '--workdir',
  '-u',
  '--user',
  '-p',
  '--publish',
  '--name',
  '--network',
  '--platform',
  '--index',
  '-f',
  '--file',
  '--profile',
  '--project-name',
]);

/** The index of the first word that is neither a flag nor its value. */
function firstWord(words: readonly string[], from: number): number {
  let index = from;
  while (index < words.length && words[index].startsWith('-')) {
    index += VALUE_FLAGS.has(words[index]) ? 2 : 1;
  }
  return index;
}

/**
 * The command that runs in a container, for `docker run <image> <command>`, `docker compose exec
 * <service> <command>` and their kin; undefined for any other command, and where the image decides.
 */
export function containerCommand(
  words: readonly string[],
): readonly string[] | undefined {
  if (!/^(?:docker|podman|docker-compose|nerdctl)$/.test(words[0] ?? '')) {
    return undefined;
  }
  let verb = firstWord(words, 1);
  if (words[verb] === 'compose') {
    verb = firstWord(words, verb + 1);
  }
  if (words[verb] !== 'run' && words[verb] !== 'exec') {
    return undefined;
  }
  const command = words.slice(firstWord(words, verb + 1) + 1);
  return command.length > 0 ? command : undefined;
}
