import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isError } from '@backstage/errors';
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
 * connection breaks, so that half of a file is not taken for a whole one. The text is ended in any case.
 */
export async function sendCsv(
  answer: Answer,
  options: { text: AsyncGenerator<string, void>; filename: string },
): Promise<void> {
  const { text, filename } = options;
  const disposition = `attachment; filename="${filename}"`;
  try {
    const first = await text.next();
    answer.setHeader('Content-Type', 'text/csv; charset=utf-8');
    answer.setHeader('Content-Disposition', disposition);
    answer.setHeader('X-Content-Type-Options', 'nosniff');
    answer.setHeader('Cache-Control', 'no-store');
    await pipeline(Readable.from(startingWith(first, text)), answer).catch(
      ignoreGone,
    );
  } finally {
    // Nobody else does when the caller went away before the first lines.
    await text.return();
  }
}

/** Somebody who went away before the end, or before the beginning, is nothing to report. */
function ignoreGone(error: unknown): void {
  const isGone =
    isError(error) &&
    (error.code === 'ERR_STREAM_PREMATURE_CLOSE' ||
      error.code === 'ERR_STREAM_UNABLE_TO_PIPE');
  if (!isGone) throw error;
}
