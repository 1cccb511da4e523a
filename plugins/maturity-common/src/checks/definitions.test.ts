import { BUILT_IN_CHECKS } from './builtInChecks';
import { BUILT_IN_TRACKS } from './tracks';

const definitions = BUILT_IN_CHECKS.map(({ definition }) => definition);

describe('BUILT_IN_CHECKS', () => {
  it('are 48 checks with distinct ids', () => {
    expect(definitions).toHaveLength(48);
    expect(new Set(definitions.map(({ id }) => id)).size).toBe(48);
  });

  it.each(definitions.map(definition => [definition.id, definition] as const))(
    '%s has a known track and level, a weight from 1 to 100, and all its texts',
    (_, definition) => {
      const track = BUILT_IN_TRACKS.find(({ id }) => id === definition.track);
      expect(track?.levels[definition.level - 1]).toBeDefined();
      expect(definition.weight).toBeGreaterThanOrEqual(1);
      expect(definition.weight).toBeLessThanOrEqual(100);
      const { title, decides, passes, fails, remedy, source } = definition;
      expect([title, decides, passes, fails, remedy, source]).not.toContain('');
      expect(remedy).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('inherit where their definition says so', () => {
    for (const { definition, traits } of BUILT_IN_CHECKS) {
      expect(traits.inherits ?? []).toEqual(definition.inherits);
    }
  });

  it('look at the repository where their definition says what counts as seen', () => {
    for (const { definition, traits } of BUILT_IN_CHECKS) {
      expect([
        definition.id,
        traits.seen !== undefined || traits.repository === true,
      ]).toEqual([
        definition.id,
        definition.observed !== undefined || traits.repository === true,
      ]);
    }
  });
});
