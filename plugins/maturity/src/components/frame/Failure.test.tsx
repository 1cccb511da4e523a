import { screen } from '@testing-library/react';
import { SampleMaturityApi } from '../../../dev/sample';
import { showLegacy } from '../../__testUtils__/systems';
import { Failure } from './Failure';

function named(name: string, message: string) {
  return Object.assign(new Error(message), { name });
}

describe('Failure', () => {
  it.each([
    ['TypeError', 'Failed to fetch'],
    ['TypeError', 'NetworkError when attempting to fetch resource.'],
    ['TypeError', 'Load failed'],
    ['AbortError', 'The user aborted a request.'],
  ])('says in its own words that no answer came: %s, %s', async (...words) => {
    await showLegacy(
      new SampleMaturityApi(),
      <Failure error={named(...words)} onRetry={() => {}} />,
      '/',
    );

    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('The portal could not be reached.');
    expect(alert).not.toHaveTextContent(words[1]);
  });

  it('gives the words of every other failure', async () => {
    await showLegacy(
      new SampleMaturityApi(),
      <Failure
        error={new TypeError('The answer has no pages.')}
        onRetry={() => {}}
      />,
      '/',
    );

    expect(screen.getByRole('alert')).toHaveTextContent(
      'The answer has no pages.',
    );
  });
});
