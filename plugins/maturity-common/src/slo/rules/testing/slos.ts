import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSloFileProblem, readSloFile } from '../readSloFile';
import type { SloDefinition } from '../types';

const ROOM = join(__dirname, '..');

/** A file of the folder of rules. */
export function readFixture(path: string): string {
  return readFileSync(join(ROOM, path), 'utf8');
}

/** The objectives of a source; all problems in the error when there are some. */
export function slosOf(source: string, windowDays?: number): SloDefinition[] {
  const reading = readSloFile(source, { windowDays });
  if (!reading.ok) {
    throw new Error(reading.problems.map(describeSloFileProblem).join('\n'));
  }
  return [...reading.slos];
}

/** A Sloth file of one objective on counters, with 5xx answers as bad events. */
export function simpleSlo(
  objective: string,
  options: { windowDays?: number; labels?: Record<string, string> } = {},
): SloDefinition[] {
  return slosOf(
    JSON.stringify({
      version: 'prometheus/v1',
      service: 'shop',
      labels: options.labels,
      slos: [
        {
          name: 'answers',
          objective,
          sli: {
            events: {
              error_query:
                'sum(rate(requests_total{code=~"5.."}[{{.window}}]))',
              total_query: 'sum(rate(requests_total[{{.window}}]))',
            },
          },
        },
      ],
    }),
    options.windowDays,
  );
}
