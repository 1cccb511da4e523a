import type { Entity } from '@backstage/catalog-model';
import { cleanup, waitFor } from '@testing-library/react';
import { SampleMaturityApi } from '../dev/sample';
import { componentOf, legacySystem, newSystem, systems } from './__testUtils__';

type Show = (system: (typeof systems)[number]) => Promise<unknown>;

function page(address: string): Show {
  return ({ showPage }) => showPage(new SampleMaturityApi(), address);
}

const payments: Entity = {
  ...componentOf('payments'),
  kind: 'Group',
  spec: {},
};

/** Everything that is mounted in a portal, with words that come last. */
const VIEWS: readonly (readonly [string, string, Show])[] = [
  ['the overview', 'Fixes that lift most services', page('/maturity/overview')],
  ['the services', 'risk-rules', page('/maturity/services')],
  ['what to do next', 'Show as a table', page('/maturity/advice')],
  ['the checks', 'Every change is built by CI', page('/maturity/checks')],
  ['a check', 'Show as a table', page('/maturity/checks/ci-pipeline')],
  ['the operation', 'Readings of the catalog', page('/maturity/operator')],
  [
    'the tab of a service',
    'What blocks the next level',
    ({ showTab }) => showTab(new SampleMaturityApi(), componentOf('checkout')),
  ],
  [
    'the tab of a team',
    'Fixes that lift most services',
    ({ showSetTab }) => showSetTab(new SampleMaturityApi(), payments),
  ],
  [
    'the card of a service',
    'Do next:',
    ({ showCard }) =>
      showCard(new SampleMaturityApi(), componentOf('checkout')),
  ],
];

/** What the plugin shows, without the frame that the portal draws around it, and where it leads. */
async function shown(
  system: (typeof systems)[number],
  [, words, show]: (typeof VIEWS)[number],
) {
  await show(system);
  const parts = () => [...document.querySelectorAll('[data-maturity]')];
  await waitFor(() =>
    expect(
      parts()
        .map(part => part.textContent)
        .join('\n'),
    ).toContain(words),
  );
  const found = {
    text: parts().map(part => part.textContent),
    links: parts()
      .flatMap(part => [...part.querySelectorAll('a')])
      .map(link => link.getAttribute('href')),
  };
  cleanup();
  return found;
}

describe('In both frontend systems', () => {
  it.each(VIEWS)('%s is the same', async (...view) => {
    const inNew = await shown(newSystem, view);

    expect(inNew.links.length).toBeGreaterThan(0);
    expect(await shown(legacySystem, view)).toEqual(inNew);
  });
});
