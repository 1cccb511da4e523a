import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

// Line breaks forge lines, escape sequences command a terminal, and marks of direction hide words.
const UNPRINTABLE =
  /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A text with each character that a log must not hold as it is written as `\uXXXX`. */
export function printable(text: string): string {
  return text.replace(
    UNPRINTABLE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function printableError(error: Error): Error {
  const copy = new Error(printable(error.message));
  copy.name = error.name;
  copy.stack = error.stack?.split('\n').map(printable).join('\n');
  return copy;
}

function printableMeta(meta: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(meta).map(([key, value]) => [
      key,
      typeof value === 'string' ? printable(value) : value,
    ]),
  );
}

/** Writes to another logger, one line for each message whatever a catalog or a database said in it. */
export function printableLogger(logger: LoggerService): LoggerService {
  const safe = (meta?: Error | JsonObject) => {
    if (meta === undefined) return [];
    return [meta instanceof Error ? printableError(meta) : printableMeta(meta)];
  };
  return {
    error: (text, meta) => logger.error(printable(text), ...safe(meta)),
    warn: (text, meta) => logger.warn(printable(text), ...safe(meta)),
    info: (text, meta) => logger.info(printable(text), ...safe(meta)),
    debug: (text, meta) => logger.debug(printable(text), ...safe(meta)),
    child: meta => printableLogger(logger.child(printableMeta(meta))),
  };
}
