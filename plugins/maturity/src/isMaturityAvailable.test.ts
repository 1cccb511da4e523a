import { isMaturityAvailable } from './isMaturityAvailable';
import { componentOf } from './__testUtils__/componentOf';

describe('isMaturityAvailable', () => {
  it.each([
    ['Component', true],
    ['component', true],
    ['API', false],
  ])('judges %s as %s', (kind, expected) => {
    expect(isMaturityAvailable({ ...componentOf('checkout'), kind })).toBe(
      expected,
    );
  });
});
