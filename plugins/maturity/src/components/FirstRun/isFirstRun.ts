import { type FirstRunData, missingFor, openCounts } from './FirstRunData';
import { answeringKey } from './ownKeysOf';

/** What asks every service in production, so that the services asked are the services counted. */
const ASKS_ALL: ReadonlySet<string> = new Set(['ALL', 'CODE', 'CODE*']);

/**
 * Four fifths rather than all: annotations of well-known plugins and files of a repository answer some
 * of the checks too, and a handful of early adopters does not make a catalog that is filled in.
 */
const MISSING_SHARE = 0.8;

/**
 * Whether a catalog has, as good as, none of our annotations yet: of all that they could tell about
 * every service in production, at least four fifths is missing. False without any service in production, since
 * then nothing has been asked.
 */
export function isFirstRun(data: FirstRunData): boolean {
  const { counted } = data.organization.rollUp;
  const open = openCounts(data);
  const asked = data.definitions.checks.filter(
    check => ASKS_ALL.has(check.applies) && answeringKey(check) !== undefined,
  );
  if (counted === 0 || asked.length === 0) return false;
  const missing = asked.reduce(
    (sum, check) => sum + missingFor(check, open(check)),
    0,
  );
  return missing >= MISSING_SHARE * asked.length * counted;
}
