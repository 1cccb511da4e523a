import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Skeletons } from './Skeletons';

describe('Skeletons', () => {
  it('keeps room for lines and for sections, and says once that something loads', async () => {
    await renderInTestApp(<Skeletons heights={[40, 240]} />);

    const loading = screen.getByRole('status', { name: 'Loading' });
    expect(loading).toHaveAttribute('aria-busy', 'true');
    const [line, section] = loading.children;
    expect(line).toHaveStyle({ height: '40px' });
    expect(section).toHaveStyle({ blockSize: '240px' });
    // A heading and two lines of text.
    expect(section.children).toHaveLength(3);
  });
});
