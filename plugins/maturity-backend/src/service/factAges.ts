import type { ScorecardDetail } from '@backstage-maturity/plugin-maturity-common';
import { type Db, readFacts, readRepositories } from '../database';

const SOURCE = /^facts\.([^.]+)(\.|$)/;

type Evidence =
  ScorecardDetail['scorecard']['results'][number]['evidence'][number];

// A name that no provider can have.
const FILES = '';

/** Whose fact the evidence shows: that of a provider, or one seen in files; undefined for any other evidence. */
function providerOf({ source, strength }: Evidence): string | undefined {
  return (
    SOURCE.exec(source)?.[1] ?? (strength === 'observed' ? FILES : undefined)
  );
}

/**
 * The scorecard with the moment at which each fact that it shows was observed. A verdict does not
 * depend on it, so it is not stored with the verdict but looked up when somebody reads it: otherwise
 * every sweep would have to write every verdict again.
 *
 * @param confirmedAt - epoch milliseconds at which the last complete sweep began; it has seen every
 * fact whose provider answers
 */
export async function withFactAges(
  detail: ScorecardDetail,
  { db, confirmedAt }: { db: Db; confirmedAt: number },
): Promise<ScorecardDetail> {
  const { scorecard } = detail;
  const shown = scorecard.results.some(({ evidence }) =>
    evidence.some(piece => providerOf(piece) !== undefined),
  );
  if (!shown) return detail;
  const moments = new Map<string, string>();
  for (const fact of await readFacts(db, [scorecard.entityRef])) {
    if (fact.observedAt === null) continue;
    const at =
      fact.error === null
        ? Math.max(fact.observedAt, confirmedAt)
        : fact.observedAt;
    moments.set(fact.provider, new Date(at).toISOString());
  }
  const [files] = await readRepositories(db, [scorecard.entityRef]);
  if (files?.observedAt) {
    moments.set(FILES, new Date(files.observedAt).toISOString());
  }
  const results = scorecard.results.map(result => ({
    ...result,
    evidence: result.evidence.map(piece => {
      const provider = providerOf(piece);
      const observedAt =
        provider === undefined ? undefined : moments.get(provider);
      return observedAt === undefined ? piece : { ...piece, observedAt };
    }),
  }));
  return { ...detail, scorecard: { ...scorecard, results } };
}
