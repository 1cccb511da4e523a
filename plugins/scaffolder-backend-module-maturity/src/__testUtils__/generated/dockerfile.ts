/** One instruction. */
export interface Instruction {
  name: string;
  text: string;
}

/** One stage: what it is based on, its name if it has one, and what it does. */
export interface Stage {
  base: string;
  name?: string;
  instructions: Instruction[];
}

/** The stages of a Dockerfile, in order. Reads what the starters use: no heredoc, no ARG before FROM. */
export function readDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\s*\\\n\s*/g, ' ')
    .split('\n')
    .filter(line => line.trim());
  for (const line of lines) {
    const match = /^([A-Z]+) (.+)$/.exec(line);
    if (!match) throw new Error(`"${line}" is no instruction.`);
    const [, name, rest] = match;
    if (name === 'FROM') {
      const [, base, stage] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? [];
      if (!base) throw new Error(`"${line}" names no image.`);
      stages.push({ base, name: stage, instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (!stage) throw new Error(`"${line}" stands before the first stage.`);
      stage.instructions.push({ name, text: rest });
    }
  }
  return stages;
}

/** The texts of the instructions of a stage that have a name. */
export function instructionsOf(stage: Stage, name: string): string[] {
  return stage.instructions
    .filter(instruction => instruction.name === name)
    .map(({ text }) => text);
}

/** What is wrong with an image that should be small, safe, and the same tomorrow. Structure only: nothing is built. */
export function imageProblems(stages: readonly Stage[]): string[] {
  const last = stages.at(-1);
  if (!last || stages.length < 2) return ['It has less than two stages.'];
  const problems: string[] = [];
  const names = stages.flatMap(({ name }) => name ?? []);
  for (const { base } of stages) {
    const pinned = /:(?!latest$)[\w.-]+$|@sha256:[\da-f]{64}$/.test(base);
    if (base !== 'scratch' && !names.includes(base) && !pinned) {
      problems.push(`The image "${base}" has no version.`);
    }
  }
  const user = instructionsOf(last, 'USER').at(-1);
  if (!user || !/^[1-9]\d*(?::[1-9]\d*)?$/.test(user)) {
    problems.push(`It runs as "${user}"; expected a number above 0.`);
  }
  for (const name of ['HEALTHCHECK', 'CMD', 'EXPOSE']) {
    if (instructionsOf(last, name).length !== 1) {
      problems.push(`It has no single ${name}.`);
    }
  }
  for (const name of ['CMD', 'ENTRYPOINT']) {
    for (const text of instructionsOf(last, name)) {
      // A shell in between would keep SIGTERM for itself.
      if (!text.startsWith('[')) problems.push(`${name} is no list: ${text}`);
    }
  }
  const copied = instructionsOf(last, 'COPY');
  for (const text of copied) {
    const from = /--from=(\S+)/.exec(text)?.[1];
    if (!from || !names.includes(from)) {
      problems.push(`"COPY ${text}" does not come from a stage before.`);
    }
  }
  return problems;
}

/** The sources that stages copy from the repository and that are not in it, or are left out of the build. */
export function lostSources(
  stages: readonly Stage[],
  { files, ignored }: { files: readonly string[]; ignored: readonly string[] },
): string[] {
  const sources = stages
    .flatMap(stage => instructionsOf(stage, 'COPY'))
    .filter(text => !text.includes('--from='))
    .flatMap(text => text.split(' ').slice(0, -1));
  return sources.filter(source => {
    const pattern = source.replaceAll('.', '\\.').replaceAll('*', '[^/]*');
    const named = new RegExp(`^${pattern}(?:/|$)`);
    return ignored.includes(source) || !files.some(file => named.test(file));
  });
}
