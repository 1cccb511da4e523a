import { OWN_KEYS } from '../entity';
import { parseSlos } from './parseSlos';
import { INDICATORS } from './types';

describe('the annotation keys of objectives', () => {
  it('accept the indicators of the grammar', () => {
    expect(OWN_KEYS.find(({ name }) => name === 'sli')?.form).toEqual({
      is: 'list-of',
      accepted: INDICATORS,
    });
  });

  it.each(OWN_KEYS.filter(({ form }) => form.is === 'objectives'))(
    '$key has an example that can be read',
    ({ example }) => {
      const { slos, problems } = parseSlos(example);
      expect(slos).not.toHaveLength(0);
      expect(problems).toEqual([]);
    },
  );
});
