import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { stringsIn } from '../stringsIn';

const withoutCode = (text: string) => text.replace(/^```.*\n[^]*?^```$/gm, '');

/** The anchors of the headings of a page, as GitHub, GitLab and MkDocs make them. */
export function anchorsOf(markdown: string): string[] {
  return [...withoutCode(markdown).matchAll(/^#{1,6} (.+)$/gm)].map(
    ([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
  );
}

/** What pages, catalog file and settings name in their own repository that is not there, as `file: target`. */
export function brokenLinks(
  folder: string,
  files: readonly string[],
): string[] {
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const isThere = (file: string) => existsSync(path.join(folder, file));

  function brokenIn(page: string): string[] {
    const text = withoutCode(read(page));
    const links = [...text.matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)]
      .map(([, link]) => link)
      .filter(link => {
        const [target, anchor] = link.split('#');
        const file = target ? path.join(path.dirname(page), target) : page;
        if (!isThere(file)) return true;
        if (anchor === undefined) return false;
        const isFile = statSync(path.join(folder, file)).isFile();
        return !isFile || !anchorsOf(read(file)).includes(anchor);
      });
    // Paths that prose names: at least one folder and a known ending, or a file of the root.
    const named = [
      ...text.matchAll(
        /`((?:[\w.-]+\/)+[\w.-]+\.\w+|\.?[\w-]+\.(?:ya?ml|md))`/g,
      ),
    ]
      .map(([, target]) => target)
      .filter(
        target =>
          !isThere(target) && !isThere(path.join(path.dirname(page), target)),
      );
    return [...links, ...named].map(target => `${page}: ${target}`);
  }

  const pages = files.filter(file => file.endsWith('.md'));
  const nav = stringsIn(parse(read('mkdocs.yml')).nav)
    .filter(page => !isThere(path.join('docs', page)))
    .map(page => `mkdocs.yml: ${page}`);
  const declared = [
    ...read('catalog-info.yaml').matchAll(/: (\.\/\S+|dir:\S+)$/gm),
  ]
    .map(([, target]) => target.replace(/^dir:/, ''))
    .filter(target => !isThere(target))
    .map(target => `catalog-info.yaml: ${target}`);
  const chart = [
    ...readTemplates(folder, files).matchAll(/\.Files\.Get "([^"]+)"/g),
  ]
    .map(([, target]) => target)
    .filter(target => !isThere(path.join('deploy/chart', target)))
    .map(target => `deploy/chart: ${target}`);
  return [...pages.flatMap(brokenIn), ...nav, ...declared, ...chart];
}

function readTemplates(folder: string, files: readonly string[]): string {
  return files
    .filter(file => file.startsWith('deploy/chart/templates/'))
    .map(file => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

/** Addresses of the runbook in a file whose anchor is no heading of it. */
export function lostAnchors(text: string, runbook: string): string[] {
  const anchors = anchorsOf(runbook);
  return [...text.matchAll(/\/runbook#([^\s"']+)/g)]
    .map(([, anchor]) => anchor)
    .filter(anchor => !anchors.includes(anchor));
}
