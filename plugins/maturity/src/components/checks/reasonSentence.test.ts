import type { Result } from '../../api';
import { isEntityRef } from './isEntityRef';
import { reasonSentence } from './reasonSentence';

const result: Result = {
  check: 'ci-pipeline',
  track: 'devops',
  level: 1,
  status: 'fail',
  reason: 'missing',
  evidence: [],
  remedy: '',
};

describe('reasonSentence', () => {
  it('fills the details in', () => {
    expect(
      reasonSentence({
        ...result,
        details: { sources: ['maturity/ci', 'github.com/project-slug'] },
      }),
    ).toBe(
      'Nothing was found. Looked for: maturity/ci, github.com/project-slug.',
    );
  });

  it('leaves out details that are no text, number, truth or list', () => {
    expect(reasonSentence({ ...result, details: { sources: { a: 1 } } })).toBe(
      'Nothing was found. Looked for: not known.',
    );
  });

  it('names a code that it does not know', () => {
    expect(reasonSentence({ ...result, reason: 'from-the-future' })).toContain(
      'from-the-future',
    );
  });
});

describe('isEntityRef', () => {
  it.each([
    ['system:default/shop', true],
    ['group:platform', true],
    ['a restricted entity', false],
    ['shop', false],
    ['', false],
  ])('judges "%s" as %s', (text, expected) => {
    expect(isEntityRef(text)).toBe(expected);
  });
});
