import type {
  DefinitionSet,
  ScorecardSummary,
} from '@backstage-maturity/plugin-maturity-common';
import { type Cell, csvLine } from './csv';

const FIGURES = ['level', 'achievable', 'score', 'coverage', 'proven'] as const;

type Columns = readonly [string, (card: ScorecardSummary) => Cell][];

function columnsOf({ tracks }: Pick<DefinitionSet, 'tracks'>): Columns {
  return [
    ['entity', card => card.entityRef],
    ['title', card => card.title],
    ['type', card => card.type],
    ['lifecycle', card => card.lifecycle],
    ['tier', card => card.tier],
    ['owner', card => card.owner],
    ['system', card => card.system],
    ['stage', card => card.stage],
    ['target', card => card.target],
    ['notes', card => card.notes.join(' ')],
    ...tracks.flatMap(({ id }) =>
      FIGURES.map((figure): Columns[number] => [
        `${id} ${figure}`,
        ({ tracks: scores }) =>
          Object.hasOwn(scores, id) ? scores[id][figure] : null,
      ]),
    ),
    ['overall', card => card.overall],
    ['evaluated', card => card.evaluatedAt],
  ];
}

/** Scorecards as the text of a CSV file, page by page. It begins with a byte order mark, for spreadsheets. */
export async function* scorecardCsv(
  pages: AsyncIterable<readonly ScorecardSummary[]>,
  definitions: Pick<DefinitionSet, 'tracks'>,
): AsyncGenerator<string> {
  const columns = columnsOf(definitions);
  let lead = `\uFEFF${csvLine(columns.map(([title]) => title))}`;
  for await (const cards of pages) {
    const lines = cards.map(card =>
      csvLine(columns.map(([, cell]) => cell(card))),
    );
    yield lead + lines.join('');
    lead = '';
  }
  if (lead) yield lead;
}
