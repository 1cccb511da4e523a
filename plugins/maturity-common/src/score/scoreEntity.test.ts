import fc from 'fast-check';
import { createDefinitionSet } from '../checks/config';
import { createEntityView } from '../entity';
import { createCatalogGraph } from '../graph';
import { resultsOf } from './fixtures/definitions';
import { component } from './fixtures/shop';
import { scoreEntity } from './scoreEntity';
import { STAGES } from './stage';

const definitions = createDefinitionSet();
const view = createEntityView(component('cart'));
const graph = createCatalogGraph([view]);

describe('scoreEntity', () => {
  it('takes levels and weights from the definitions and ignores checks that are gone', () => {
    const results = resultsOf(definitions, { 'secrets-managed': 'fail' });
    const gone = {
      ...results[0],
      check: 'constructor',
      status: 'fail',
    } as const;
    expect(
      scoreEntity(view, [...results, gone], { definitions, graph }).tracks
        .devops,
    ).toMatchObject({ level: 2, achievable: 4, next: ['secrets-managed'] });
  });

  it('notes reliability work that is resting on manual delivery', () => {
    const results = resultsOf(definitions, {
      'automated-deployment': 'fail',
      'burn-rate-alerts': 'unknown',
    });
    expect(scoreEntity(view, results, { definitions, graph })).toMatchObject({
      stage: 'starting',
      notes: ['out-of-order'],
    });
  });

  it('never lowers a level, a score or the stage when a check comes to pass', () => {
    const status = fc.constantFrom(
      'pass' as const,
      'fail' as const,
      'unknown' as const,
      'not-applicable' as const,
    );
    const all = resultsOf(definitions);
    fc.assert(
      fc.property(
        fc.array(status, { minLength: all.length, maxLength: all.length }),
        fc.nat({ max: all.length - 1 }),
        (statuses, lifted) => {
          const results = all.map((result, i) => ({
            ...result,
            status: i === lifted ? ('fail' as const) : statuses[i],
          }));
          const better = results.map((result, i) =>
            i === lifted ? { ...result, status: 'pass' as const } : result,
          );
          const options = { definitions, graph };
          const before = scoreEntity(view, results, options);
          const after = scoreEntity(view, better, options);
          const rank = (stage: typeof before.stage) =>
            STAGES.findIndex(one => one === stage);
          expect(rank(after.stage)).toBeGreaterThanOrEqual(rank(before.stage));
          for (const [track, { level, score }] of Object.entries(
            before.tracks,
          )) {
            const { level: newLevel, score: newScore } = after.tracks[track];
            expect(newLevel ?? -1).toBeGreaterThanOrEqual(level ?? -1);
            expect(newScore ?? -1).toBeGreaterThanOrEqual(score ?? -1);
          }
        },
      ),
    );
  });
});
