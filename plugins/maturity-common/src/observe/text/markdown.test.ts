import { readPage } from './markdown';

describe('readPage', () => {
  it.each([
    ['# A\n\n1. Look at the dashboard.', 3],
    ['# A\n\nRun:\n\n```sh\n# why\nkubectl get pods\n```', 7],
    ['# A\n\n$ kubectl get pods', 3],
  ])('finds the first step of %j', (text, line) => {
    expect(readPage(text).firstStep).toBe(line);
  });

  it.each([
    '# 1. Heading',
    'Version 1.2 is out.',
    '- a point',
    '```\n# only a comment\n```',
    '```\n```',
  ])('finds no step in %j', text => {
    expect(readPage(text).firstStep).toBeUndefined();
  });

  it.each([
    ['1. TODO', 'TODO'],
    ['a\n1. call ${{ values.owner }}', '${{'],
    ['see https://example.com/runbook', 'https://example.com'],
    ['Steps: to be written', 'to be written'],
    ['call <your team>', '<your team>'],
  ])('finds the placeholder of %j', (text, found) => {
    expect(readPage(text).placeholder?.text).toBe(found);
  });

  it.each([
    'the todo-service',
    'a@example.com',
    'mail TODOs-team',
    'https://notexample.com/',
  ])('finds no placeholder in %j', text => {
    expect(readPage(text).placeholder).toBeUndefined();
  });

  it('tells text from headings and comments', () => {
    expect(readPage('# Title\n\n<!-- nothing -->\n---\n').hasText).toBe(false);
    expect(readPage('# Title\n\nText.').hasText).toBe(true);
  });
});
