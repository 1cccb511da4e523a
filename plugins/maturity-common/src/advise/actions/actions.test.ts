import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { createDefinitionSet } from '../../checks/config';
import type { EntityView } from '../../entity';
import { createCatalogGraph } from '../../graph';
import { scoreAll, type Scorecard } from '../../score';
import { component } from '../../score/fixtures/shop';
import { countSignals } from '../count/countSignals';
import { DEFAULT_THRESHOLDS } from '../thresholds';
import type { NextAction } from '../types';
import { outcomeOf } from '../verdicts';
import { type ActionContext, workAction } from './context';
import { fixedActions, usualActions } from './plainActions';
import { redesign, ruleAction, STRONGEST_FIRST } from './ruleActions';

const EXAMPLES = path.resolve(__dirname, '../../../../../examples');
const NOW = Date.parse('2026-11-23T12:00:00Z');
const TRACKS = ['devops', 'sre', 'platform'] as const;

function demo(): Entity[] {
  return readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .flatMap(file =>
      parseAllDocuments(readFileSync(path.join(EXAMPLES, file), 'utf8')),
    )
    .map(document => document.toJS())
    .filter(({ kind }) => kind !== 'Location');
}

/** The demo organization with other annotations, or another lifecycle, of its components. */
function changed(
  change: (entity: Entity) => {
    annotations?: Record<string, string>;
    lifecycle?: string;
  },
): Entity[] {
  return demo().map(entity => {
    if (entity.kind !== 'Component') return entity;
    const { annotations, ...spec } = change(entity);
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: { ...entity.metadata.annotations, ...annotations },
      },
      spec: { ...entity.spec, ...spec },
    };
  });
}

interface Row {
  view: EntityView;
  card: Scorecard;
}

/** What `GET /scorecards` gives for a query, as docs/http-api.md says. */
function list(rows: readonly Row[], filter: string): string[] {
  const query = new URLSearchParams(filter);
  const holds: Record<string, (row: Row, values: string[]) => boolean> = {
    check: ({ card }, [check]) =>
      card.results.some(
        result =>
          result.check === check &&
          query.getAll('status').includes(result.status),
      ),
    status: () => query.has('check'),
    lifecycle: ({ view }, values) => values.includes(view.lifecycle ?? ''),
    tier: ({ view }, values) => values.includes(String(view.tier ?? 'none')),
    q: ({ view: { ref, name, title = '' } }, [part]) =>
      [ref, name, title].some(text => text.toLowerCase().includes(part)),
  };
  return rows
    .filter(row =>
      [...new Set(query.keys())].every(key =>
        holds[key](row, query.getAll(key)),
      ),
    )
    .map(({ view }) => view.ref)
    .sort();
}

/** Every action that the advisor could give for a catalog. */
function allActions(entities: readonly Entity[]): {
  actions: NextAction[];
  rows: Row[];
} {
  const graph = createCatalogGraph(entities);
  const definitions = createDefinitionSet();
  const rows = [...scoreAll(graph, definitions, { now: NOW })];
  const { signals, sources } = countSignals({
    graph,
    scorecards: rows.map(({ card }) => card),
    definitions,
  });
  const context: ActionContext = {
    signals,
    sources,
    thresholds: DEFAULT_THRESHOLDS,
    outcome: outcomeOf({
      signals,
      thresholds: DEFAULT_THRESHOLDS,
      fired: new Set(),
    }),
  };
  const actions = [
    redesign(context),
    ...TRACKS.flatMap(track => [
      ...STRONGEST_FIRST[track].map(id => ruleAction(id, context)),
      ...usualActions(track, context),
    ]),
    ...(['insufficient-data', 'keep-exploring', 'sustain'] as const).flatMap(
      primary => fixedActions(primary, context),
    ),
    ...sources.work.map(work =>
      workAction(`leverage-${work.check}`, work, sources),
    ),
  ];
  return { actions, rows };
}

const CATALOGS: [string, () => Entity[]][] = [
  ['the demo organization', demo],
  [
    'one in which nothing is of the first tier',
    () =>
      changed(({ metadata }) =>
        metadata.annotations?.['maturity/tier'] === '1'
          ? { annotations: { 'maturity/tier': '2' } }
          : {},
      ),
  ],
  [
    'one that has nothing in production',
    () => changed(() => ({ lifecycle: 'experimental' })),
  ],
  [
    'one in which every component is regulated and about machine learning',
    () =>
      changed(({ spec }) => ({
        annotations: { 'maturity/compliance': 'pci' },
        ...(spec?.type === 'library' && { type: 'ml-model' }),
      })),
  ],
  [
    'one in which nothing has an objective',
    () =>
      changed(() => ({
        annotations: { 'maturity/slo': 'none', 'maturity/slo-spec': 'none' },
      })),
  ],
  [
    'one with names that begin like others',
    () => [
      ...changed(() => ({
        annotations: { 'maturity/slo': 'none', 'maturity/slo-spec': 'none' },
      })),
      ...demo()
        .filter(({ kind }) => kind === 'Component')
        .map(({ metadata }) => component(`${metadata.name}-2`)),
    ],
  ],
];

describe.each(CATALOGS)('The next actions of %s', (_, catalog) => {
  const { actions, rows } = allActions(catalog());

  it.each(actions.filter(({ filter }) => filter !== ''))(
    'lead $id to exactly what they count',
    ({ count, entityRefs, filter }) => {
      const listed = list(rows, filter);

      expect(listed).toHaveLength(count);
      expect(listed).toEqual(expect.arrayContaining([...entityRefs]));
    },
  );
});

describe('The next actions', () => {
  const filterOf = (entities: readonly Entity[], id: string) =>
    allActions(entities).actions.find(action => action.id === id)?.filter;

  it('count what is in production, and say so in their queries', () => {
    expect(filterOf(demo(), 'leverage-source-linked')).toBe(
      'check=source-linked&status=fail&status=unknown&lifecycle=production',
    );
    const [, , [, experiments]] = CATALOGS;
    expect(filterOf(experiments(), 'leverage-source-linked')).toBe(
      'check=source-linked&status=fail&status=unknown&lifecycle=experimental',
    );
  });

  it('have no query where none finds exactly what they count', () => {
    const without = (entities: readonly Entity[]) =>
      allActions(entities)
        .actions.filter(
          ({ filter, count, check }) =>
            filter === '' && count > 0 && check !== null,
        )
        .map(({ id }) => id);

    expect(without(demo())).toEqual(['D2']);
    const alike = CATALOGS[CATALOGS.length - 1][1];
    expect(without(alike())).toEqual(['S5', 'D2', 'S2']);
  });
});
