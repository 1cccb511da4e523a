import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generateCatalog } from './catalog';

const PAGE = 500;

/** Writes a generated catalog into a new temporary folder, a file for each page, and gives the folder. */
export function writePages(components: number): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'maturity-bench-'));
  const entities = generateCatalog(components);
  for (let at = 0; at < entities.length; at += PAGE) {
    const name = `${String(at / PAGE).padStart(6, '0')}.json`;
    const text = JSON.stringify(entities.slice(at, at + PAGE));
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}
