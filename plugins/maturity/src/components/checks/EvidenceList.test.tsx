import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import { Settings } from 'luxon';
import type { EvidencePiece } from '../../api';
import { EvidenceList } from './EvidenceList';

const NOW = Date.parse('2026-03-29T09:00:00.000Z');

const linked: EvidencePiece = {
  strength: 'linked',
  source: 'pagerduty.com/service-id',
  value: 'PXYZ',
  from: null,
};

async function texts(evidence: readonly EvidencePiece[]) {
  await renderInTestApp(<EvidenceList evidence={evidence} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return within(screen.getByRole('list', { name: 'Evidence' }))
    .getAllByRole('listitem')
    .map(item => item.lastElementChild?.textContent);
}

describe('EvidenceList', () => {
  beforeEach(() => {
    Settings.now = () => NOW;
  });
  afterEach(() => {
    Settings.now = () => Date.now();
  });

  it('says how old a fact is, with the exact moment behind it', async () => {
    const observedAt = '2026-03-26T09:00:00.000Z';
    const fact: EvidencePiece = {
      strength: 'observed',
      source: 'facts.incidents.open',
      value: '0',
      from: null,
      observedAt,
    };

    expect(await texts([fact, linked])).toEqual([
      'Observed facts.incidents.open: 0 · seen 3 days ago',
      'Linked pagerduty.com/service-id: PXYZ',
    ]);
    expect(screen.getByText('3 days ago').closest('time')?.dateTime).toBe(
      observedAt,
    );
  });

  it('says where a value was inherited from, and how old it is there', async () => {
    const inherited = { ...linked, value: '', from: 'system:default/shop' };
    const observedAt = '2026-03-29T08:00:00.000Z';

    expect(
      await texts([
        { ...inherited, observedAt },
        { ...inherited, from: 'a restricted entity' },
      ]),
    ).toEqual([
      'Linked pagerduty.com/service-id · inherited from shop · seen 1 hour ago',
      'Linked pagerduty.com/service-id · inherited from a restricted entity',
    ]);
    expect(screen.getByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/catalog/default/system/shop',
    );
  });

  it('is nothing without evidence', async () => {
    await renderInTestApp(<EvidenceList evidence={[]} />);

    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });
});
