import { InFlight } from './InFlight';

describe('InFlight', () => {
  it('works once for all who ask the same at once, and anew for who asks later', async () => {
    const answers = new InFlight<number>();
    let works = 0;
    const ask = (about?: object, key = 'a') =>
      answers.share(about, key, async () => ++works);
    const somebody = {};

    expect(await Promise.all([ask(), ask(), ask(somebody)])).toEqual([1, 1, 2]);
    expect(await Promise.all([ask(), ask(undefined, 'b')])).toEqual([3, 4]);
  });

  it('gives a failure to all who wait for it, and then tries again', async () => {
    const answers = new InFlight<string>();
    const fail = async () => {
      throw new Error('gone');
    };
    const both = await Promise.allSettled([
      answers.share(undefined, 'a', fail),
      answers.share(undefined, 'a', fail),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await answers.share(undefined, 'a', async () => 'back')).toBe(
      'back',
    );
  });
});
