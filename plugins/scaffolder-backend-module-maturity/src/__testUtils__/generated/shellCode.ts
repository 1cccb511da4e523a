import { isJsonObject } from './json';
import { parse } from 'yaml';

/** Code that a shell runs, and where it stands. */
export interface ShellCode {
  place: string;
  shell: 'bash' | 'sh';
  code: string;
}

/** The code of fences that are marked as `sh`, in order. */
export function shellFences(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n([^]*?)^```$/gm)].map(
    ([, code]) => code,
  );
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap(texts) : [];
}

function entriesOf(value: unknown): [string, unknown][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** The steps of the jobs of a workflow of GitHub Actions that run shell code. */
export function workflowCode(text: string): ShellCode[] {
  const workflow: unknown = parse(text);
  const jobs = isJsonObject(workflow) ? workflow.jobs : undefined;
  return entriesOf(jobs).flatMap(([job, value]) => {
    const steps = isJsonObject(value) ? value.steps : undefined;
    const list: unknown[] = Array.isArray(steps) ? steps : [];
    return list.flatMap((step, index): ShellCode[] =>
      isJsonObject(step) && typeof step.run === 'string'
        ? [{ place: `${job}.${index}`, shell: 'bash', code: step.run }]
        : [],
    );
  });
}

/** The scripts of the jobs of a GitLab pipeline. */
export function pipelineCode(text: string): ShellCode[] {
  return entriesOf(parse(text)).flatMap(([job, value]): ShellCode[] => {
    if (!isJsonObject(value)) return [];
    const { before_script: before, script, after_script: after } = value;
    const code = texts([before ?? [], script ?? [], after ?? []]).join('\n');
    return code ? [{ place: job, shell: 'sh', code }] : [];
  });
}

/** The instructions of a Dockerfile that run shell code. */
export function imageCode(text: string): ShellCode[] {
  return [...text.matchAll(/^RUN ((?:.*\\\n)*.*)$/gm)].map(
    ([, code], index) => ({ place: `RUN.${index}`, shell: 'sh', code }),
  );
}

/** All shell code of one generated file. */
export function shellCodeIn(file: string, text: string): ShellCode[] {
  const named = (found: ShellCode[]) =>
    found.map(each => ({ ...each, place: `${file}: ${each.place}` }));
  if (file.startsWith('.github/workflows/')) return named(workflowCode(text));
  if (file === '.gitlab-ci.yml') return named(pipelineCode(text));
  if (file === 'Dockerfile') return named(imageCode(text));
  if (file.endsWith('.md')) {
    return named(
      shellFences(text).map((code, index) => ({
        place: `fence ${index}`,
        shell: 'sh',
        code,
      })),
    );
  }
  if (file.endsWith('devcontainer.json')) {
    const { postCreateCommand } = JSON.parse(text);
    return named([
      { place: 'postCreateCommand', shell: 'sh', code: postCreateCommand },
    ]);
  }
  return file.endsWith('.sh')
    ? [{ place: file, shell: 'bash', code: text }]
    : [];
}
