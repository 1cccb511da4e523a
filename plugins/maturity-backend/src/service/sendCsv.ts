import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

type Answer = Pick<Response, 'setHeader' | 'destroyed'> & NodeJS.WritableStream;

async function* startingWith(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string, void>,
): AsyncGenerator<string> {
  if (!first.done) yield first.value;
  yield* rest;
}

/**
 * Streams a CSV file. A failure before the first lines becomes an answer of its own; after a later one the
 * connection breaks, so that half of a file is not taken for a whole one.
 */
export async function sendCsv(
  answer: Answer,
  options: { text: AsyncGenerator<string, void>; filename: string },
): Promise<void> {
  const { text, filename } = options;
  const first = await text.next();
  answer.setHeader('Content-Type', 'text/csv; charset=utf-8');
  answer.setHeader('Content-Disposition', `attachment; filename="${filename}"`);
  answer.setHeader('X-Content-Type-Options', 'nosniff');
  answer.setHeader('Cache-Control', 'no-store');
  try {
    await pipeline(Readable.from(startingWith(first, text)), answer);
  } catch (error) {
    // Somebody who went away before the end is nothing to report.
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_STREAM_PREMATURE_CLOSE'
  );
}
