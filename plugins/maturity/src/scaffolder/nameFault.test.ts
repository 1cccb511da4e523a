import { nameFault, nameLimits } from './nameFault';

describe('nameFault', () => {
  it.each([
    ['checkout', undefined],
    ['a1-b2', undefined],
    ['ab', 'short'],
    ['a'.repeat(41), 'long'],
    ['Checkout', 'form'],
    ['check--out', 'form'],
    ['../etc', 'form'],
    ['сheckout', 'form'],
    ['con', 'reserved'],
    ['lpt1', 'reserved'],
  ])('judges "%s" as %s', (name, fault) => {
    expect(nameFault(name, nameLimits({ minLength: 3, maxLength: 40 }))).toBe(
      fault,
    );
  });

  it('never takes more than publishing does, whatever a template says', () => {
    expect(nameLimits({ maxLength: 300 })).toEqual({ least: 1, most: 63 });
  });
});
