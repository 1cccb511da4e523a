import { definitions, detailOf, remedyOf, services } from '../../../dev/sample';
import { nextThing } from './nextThing';

const plain = (text: string | undefined) => text?.replace(/`/g, '');

describe('nextThing', () => {
  it('is the first blocking check of the first unfinished track', () => {
    const detail = detailOf(services[0]);
    const [first] = detail.nextLevels.filter(({ track }) => track === 'devops');
    expect(plain(nextThing({ detail, definitions })?.remedy)).toBe(
      remedyOf(first.checks[0]),
    );
  });

  it('names the check', () => {
    const detail = detailOf(services[0]);
    expect(nextThing({ detail, definitions })).toMatchObject({
      check: 'static-analysis',
      title: 'Code is scanned automatically',
    });
  });

  it('passes over a track that is finished', () => {
    const detail = detailOf({ ...services[0], devops: 4 });
    const [first] = detail.nextLevels.filter(({ track }) => track === 'sre');
    expect(plain(nextThing({ detail, definitions })?.remedy)).toBe(
      remedyOf(first.checks[0]),
    );
  });

  it('is nothing when everything is done', () => {
    const detail = detailOf({ ...services[0], devops: 4, sre: 4, platform: 4 });
    expect(nextThing({ detail, definitions })).toBeUndefined();
  });
});
