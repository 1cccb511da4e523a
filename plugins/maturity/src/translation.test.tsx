import { applicabilityText } from '@backstage-maturity/plugin-maturity-common';
import {
  type TranslationApi,
  translationApiRef,
} from '@backstage/core-plugin-api/alpha';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { MockTranslationApi } from '@backstage/test-utils/alpha';
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { parts } from '../dev/parts';
import { SampleMaturityApi } from '../dev/sample';
import { maturityApiRef } from './api';
import { rootRouteRef } from './routes';

const OPEN = '⟦';
const CLOSE = '⟧';

const english = MockTranslationApi.create();

/** A language that says the same, with a mark around each text. */
const marked: TranslationApi = {
  getTranslation(ref) {
    const snapshot = english.getTranslation(ref);
    if (!snapshot.ready) return snapshot;
    return {
      ready: true,
      t: new Proxy(snapshot.t, {
        apply(t, self, args) {
          const text = Reflect.apply(t, self, args);
          return typeof text === 'string' ? (
            `${OPEN}${text}${CLOSE}`
          ) : (
            <>
              {OPEN}
              {text}
              {CLOSE}
            </>
          );
        },
      }),
    };
  },
  translation$: () => english.translation$(),
};

/** Every text of the sample: what comes from there is not ours to translate. */
async function dataTexts(): Promise<string[]> {
  const api = new SampleMaturityApi();
  const answers = await Promise.all([
    api.getDefinitions(),
    api.listScorecards({ limit: 500 }),
    api.getAdvice(),
    api.listSweeps(),
    ...(['organization', 'owner', 'system', 'domain', 'type'] as const).map(
      by => api.listRollUps({ by }),
    ),
  ]);
  const [definitions] = answers;
  const texts = definitions.checks.map(({ applies }) =>
    applicabilityText(applies),
  );
  JSON.stringify(answers, (key, value) => {
    texts.push(key);
    if (typeof value === 'string') texts.push(value.replaceAll('`', ''));
    return value;
  });
  return texts;
}

/** Days are written by the browser in its language. */
const DAY = /^\p{L}{3} \d+, \d{4}$/u;

/** What stands outside the marks, in the order of the page. */
function unmarked(root: HTMLElement): string[] {
  const found: string[] = [];
  let depth = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let outside = '';
    for (const letter of node.textContent ?? '') {
      if (letter === OPEN) depth += 1;
      else if (letter === CLOSE) depth -= 1;
      else if (depth === 0) outside += letter;
    }
    if (!node.parentElement?.closest('time, style')) found.push(outside.trim());
  }
  const named = '[aria-label]:not(time), [title]:not(time)';
  for (const element of root.querySelectorAll(named)) {
    for (const name of ['aria-label', 'title']) {
      const text = element.getAttribute(name) ?? '';
      if (!text.includes(OPEN)) found.push(text.trim());
    }
  }
  return found.filter(text => /\p{L}{2}/u.test(text) && !DAY.test(text));
}

// What a service's checks found is said by the engine, in the words of the command line.
const PAGES = parts.filter(({ path }) => path !== 'service' && path !== 'card');

describe('translations', () => {
  it.each(PAGES.map(part => [part.name, part] as const))(
    'reach every text of "%s"',
    async (_name, { path, element }) => {
      await renderInTestApp(
        <TestApiProvider
          apis={[
            [translationApiRef, marked],
            [maturityApiRef, new SampleMaturityApi()],
            [catalogApiRef, catalogApiMock()],
          ]}
        >
          <Routes>
            <Route path={path.replace(/\/.*/, '/:id')} element={element} />
          </Routes>
        </TestApiProvider>,
        {
          routeEntries: [`/${path}`],
          mountedRoutes: {
            '/maturity': rootRouteRef,
            '/catalog/:namespace/:kind/:name': entityRouteRef,
          },
        },
      );
      await waitFor(() => {
        expect(document.body).toHaveTextContent(OPEN);
        expect(screen.queryByRole('status', { busy: true })).toBeNull();
      });

      const data = await dataTexts();
      const ours = unmarked(document.body).filter(
        text => !data.some(known => known.includes(text)),
      );

      expect(ours).toEqual([]);
    },
  );
});
