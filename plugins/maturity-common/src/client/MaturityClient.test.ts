import { MaturityClient } from './MaturityClient';

const BASE = 'https://portal.acme.test/api/maturity';

function clientThatAsks(asked: string[]): MaturityClient {
  return new MaturityClient({
    discoveryApi: { getBaseUrl: async () => BASE },
    fetchApi: {
      fetch: async input => {
        asked.push(String(input));
        return new Response(JSON.stringify({ items: [] }));
      },
    },
  });
}

describe('MaturityClient', () => {
  it.each([
    ['component:default/checkout', {}, '/component/default/checkout/badge.svg'],
    [
      'Component:Default/Checkout',
      { track: 'sre' },
      '/component/default/checkout/badge.svg?track=sre',
    ],
    [
      'component:a/b?c#d',
      { track: 'a&b=c' },
      '/component/a/b%3Fc%23d/badge.svg?track=a%26b%3Dc',
    ],
  ])('builds the address of the badge of %s', async (ref, query, path) => {
    const asked: string[] = [];
    const url = await clientThatAsks(asked).getBadgeUrl(ref, query);

    expect(url).toBe(`${BASE}/scorecards${path}`);
    expect(asked).toEqual([]);
  });

  it('asks for snapshots with the counts of some checks', async () => {
    const asked: string[] = [];
    const client = clientThatAsks(asked);
    await client.listSnapshots();
    const answer = await client.listSnapshots({
      days: 7,
      check: ['slo-defined', 'owner-assigned'],
    });

    expect(asked).toEqual([
      `${BASE}/snapshots`,
      `${BASE}/snapshots?days=7&check=slo-defined&check=owner-assigned`,
    ]);
    expect(answer).toEqual({ items: [] });
  });

  it('asks for the snapshots of a group and for recent changes', async () => {
    const asked: string[] = [];
    const client = clientThatAsks(asked);
    await client.listRollUpSnapshots('Group:default/Payments', { days: 30 });
    await client.listChanges({ days: 7, limit: 3 });

    expect(asked).toEqual([
      `${BASE}/roll-ups/group/default/payments/snapshots?days=30`,
      `${BASE}/changes?days=7&limit=3`,
    ]);
  });
});
