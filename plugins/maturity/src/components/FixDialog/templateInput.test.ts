import { templateHref, templateInput } from './templateInput';

describe('templateInput', () => {
  it('is what the template takes', () => {
    expect(
      templateInput('component:default/checkout', [
        { do: 'set-annotation', key: 'maturity/tier', value: '1' },
        { do: 'set-field', path: ['spec', 'owner'], value: 'payments' },
        { do: 'remove-annotation', key: 'maturity/slo' },
      ]),
    ).toEqual({
      entity: 'component:default/checkout',
      annotations: { 'maturity/tier': '1' },
      removeAnnotations: ['maturity/slo'],
      fields: { 'spec.owner': 'payments' },
    });
  });

  it('is none where the template has no input for a change', () => {
    expect(
      templateInput('component:default/checkout', [
        { do: 'add-tag', tag: 'go' },
      ]),
    ).toBeUndefined();
  });

  it('stands in the address so that it can be read again', () => {
    const input = {
      entity: 'component:default/checkout',
      annotations: { 'maturity/slo': 'availability=99.9%/30d & more' },
      fields: {},
    };
    const { search } = new URL(templateHref('https://portal.test/f', input));

    expect(
      JSON.parse(new URLSearchParams(search).get('formData') ?? ''),
    ).toEqual(input);
  });
});
