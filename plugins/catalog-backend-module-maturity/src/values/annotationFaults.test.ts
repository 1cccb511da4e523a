import { annotationFaults } from './annotationFaults';

function faultsOf(annotations: Record<string, string>): string[] {
  return annotationFaults({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'billing', annotations },
  });
}

describe('annotationFaults', () => {
  it('has nothing to say of what can be read, and of the keys of others', () => {
    expect(
      faultsOf({
        'maturity/tier': '1',
        'maturity/slo': 'availability=99.95/30d',
        'acme.com/anything': '<b>',
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'maturity/tier',
      '7',
      'The annotation maturity/tier holds "7"; expected one of 1, 2, 3, 4.',
    ],
    [
      'maturity/teir',
      '1',
      'There is no annotation "maturity/teir"; expected an annotation key such as "maturity/tier".',
    ],
  ])('says what is wrong with %s: %s', (key, value, sentence) => {
    expect(faultsOf({ [key]: value })).toEqual([sentence]);
  });

  it('shortens long values and lists at most twenty faults', () => {
    const [fault] = faultsOf({ 'maturity/tier': 'x'.repeat(5000) });
    expect(fault.length).toBeLessThan(300);
    const many = Array.from({ length: 25 }, (_, index) => [
      `maturity/none-${index}`,
      'x',
    ]);
    const faults = faultsOf(Object.fromEntries(many));
    expect(faults).toHaveLength(21);
    expect(faults[20]).toBe(
      'There are 5 more annotations that cannot be read.',
    );
  });

  it('survives keys that every object has', () => {
    const text =
      '{"__proto__": "x", "constructor": "y", "maturity/constructor": "z"}';
    expect(faultsOf(JSON.parse(text))).toHaveLength(1);
  });
});
