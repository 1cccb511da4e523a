import { screen, waitFor } from '@testing-library/react';
import { SampleMaturityApi } from '../../dev/sample';
import { systems } from '../__testUtils__';

/** Each page, and its name in the title of the window. */
const TITLES = [
  ['overview', 'Overview'],
  ['services', 'Services'],
  ['advice', 'What next'],
  ['checks', 'Checks'],
  ['checks/ci-pipeline', 'Every change is built by CI'],
  ['operator', 'Operation'],
] as const;

describe.each(systems)('a page in the $name', ({ showPage }) => {
  it.each(TITLES)(
    'has its own title and main part: %s',
    async (path, title) => {
      document.title = 'Portal';
      await showPage(new SampleMaturityApi(), `/maturity/${path}`);

      await waitFor(() =>
        expect(document.title).toMatch(
          new RegExp(`^Maturity \\| ${title} \\| `),
        ),
      );
      expect(screen.getAllByRole('main', { hidden: true })).toHaveLength(1);
    },
  );
});
