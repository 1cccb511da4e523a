import type { Change } from '@backstage-maturity/plugin-maturity-common';
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
      owner: 'payments',
    });
  });

  it('says where the change goes', () => {
    expect(
      templateInput(
        'component:default/checkout',
        [{ do: 'set-field', path: ['spec', 'system'], value: 'shop' }],
        { destination: 'local', catalogFile: 'catalog-info.yaml' },
      ),
    ).toEqual({
      entity: 'component:default/checkout',
      system: 'shop',
      destination: 'local',
      catalogFile: 'catalog-info.yaml',
    });
  });

  it('has an input for every field', () => {
    expect(
      templateInput('component:default/checkout', [
        {
          do: 'set-field',
          path: ['spec', 'dependsOn'],
          value: ['component:a'],
        },
        { do: 'set-field', path: ['spec', 'tiers'], value: ['x', 'y'] },
        { do: 'set-field', path: ['metadata', 'description'], value: 'Pays.' },
        { do: 'set-field', path: ['spec', 'constructor'], value: 'x' },
        { do: 'remove-field', path: ['spec', 'system'] },
      ]),
    ).toEqual({
      entity: 'component:default/checkout',
      dependsOn: ['component:a'],
      fields: {
        'spec.tiers': 'x, y',
        'metadata.description': 'Pays.',
        'spec.constructor': 'x',
      },
      removeFields: ['spec.system'],
    });
  });

  it('has an input for tags and links', () => {
    const link = { url: 'https://runs.test/checkout', type: 'runbook' };
    expect(
      templateInput('component:default/checkout', [
        { do: 'add-tag', tag: 'go' },
        { do: 'remove-tag', tag: 'java' },
        { do: 'set-link', link },
        { do: 'remove-link', type: 'dashboard' },
        { do: 'remove-link', url: 'https://old.test' },
      ]),
    ).toEqual({
      entity: 'component:default/checkout',
      tags: ['go'],
      removeTags: ['java'],
      links: [link],
      removeLinks: ['dashboard', 'https://old.test'],
    });
  });

  it.each<Change>([
    { do: 'remove-link', type: 'runbook', url: 'https://runs.test' },
    { do: 'set-field', path: ['spec', 'tiers'], value: ['a, b', 'c'] },
    { do: 'set-field', path: ['spec', 'a.b'], value: 'x' },
  ])('is none where the template has no input for %j', change => {
    expect(templateInput('component:default/checkout', [change])).toBe(
      undefined,
    );
  });

  it('stands in the address so that it can be read again', () => {
    const input = {
      entity: 'component:default/checkout',
      annotations: { 'maturity/slo': 'availability=99.9%/30d & more' },
    };
    const { search } = new URL(templateHref('https://portal.test/f', input));

    expect(
      JSON.parse(new URLSearchParams(search).get('formData') ?? ''),
    ).toEqual(input);
  });
});
