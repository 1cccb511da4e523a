import { outcome } from '../fixtures/world';
import { jointly, piece, shown, strengthOf, strongestFirst } from './evidence';

describe('shown', () => {
  it('leaves 200 characters as they are and cuts what is longer', () => {
    expect(shown('x'.repeat(200))).toBe('x'.repeat(200));
    expect(shown('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`);
  });

  it('does not cut through a character', () => {
    expect(shown(`${'x'.repeat(198)}😀😀`)).toBe(`${'x'.repeat(198)}…`);
  });
});

describe('strongestFirst', () => {
  const declared = piece({ strength: 'declared', source: 'a', value: '1' });
  const linked = piece({ strength: 'linked', source: 'b', value: '2' });
  const observed = piece({ strength: 'observed', source: 'c', value: '3' });

  it('orders by strength', () => {
    expect(strongestFirst([declared, observed, linked])).toEqual([
      observed,
      linked,
      declared,
    ]);
  });

  it('puts what only supports last', () => {
    const supporting = { ...observed, supporting: true };
    const ordered = strongestFirst([supporting, declared]);
    expect(ordered).toEqual([declared, supporting]);
    expect(strengthOf({ evidence: ordered })).toBe('declared');
  });

  it('takes a chain for as strong as its weakest piece', () => {
    const evidence = strongestFirst(jointly([linked, declared]));
    expect(strengthOf({ evidence })).toBe('declared');
  });
});

describe('the evidence of a result', () => {
  it('lists every piece, strongest first', () => {
    const { result } = outcome('monitoring-dashboard', {
      keys: { dashboard: 'x', 'grafana/dashboard-selector': 'shop' },
      links: [{ type: 'dashboard', url: 'https://grafana.acme.io/d/1' }],
      seen: { 'monitoring-dashboard': 'grafana' },
    });
    expect(result.evidence).toEqual([
      {
        strength: 'observed',
        source: 'some/file',
        value: 'grafana',
        from: null,
      },
      {
        strength: 'linked',
        source: 'grafana/dashboard-selector',
        value: 'shop',
        from: null,
      },
      {
        strength: 'linked',
        source: 'metadata.links[type=dashboard]',
        value: 'https://grafana.acme.io/d/1',
        from: null,
      },
      {
        strength: 'declared',
        source: 'maturity/dashboard',
        value: 'x',
        from: null,
      },
    ]);
  });

  it('says where it was inherited from', () => {
    const { result } = outcome('change-review', {
      parent: { 'change-review': '2' },
    });
    expect(result.evidence).toEqual([
      {
        strength: 'declared',
        source: 'maturity/change-review',
        value: '2',
        from: 'group:default/unit',
      },
    ]);
    expect(result.details).toEqual({
      source: 'maturity/change-review',
      value: '2',
      from: 'group:default/unit',
    });
  });

  it('does not let an observed step raise the strength of a declared level', () => {
    const { result } = outcome('build-provenance', {
      keys: { 'slsa-build-level': '2' },
      seen: { 'build-provenance': 'attest' },
    });
    expect(strengthOf(result)).toBe('declared');
    expect(result.evidence).toHaveLength(2);
  });

  it('names both sides of a contradiction', () => {
    const { result } = outcome('ci-pipeline', {
      keys: { ci: 'none' },
      seen: { 'ci-pipeline': 'github-actions' },
    });
    expect(result.details).toEqual({
      source: 'maturity/ci',
      value: 'none',
      observed: 'github-actions (some/file)',
    });
    expect(result.evidence.map(({ source }) => source)).toEqual([
      'some/file',
      'maturity/ci',
    ]);
  });
});
