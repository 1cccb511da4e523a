import {
  isHttpUrl,
  isRelativePath,
  isUrlOrPath,
  parseHttpUrl,
} from './addresses';

describe('parseHttpUrl', () => {
  it.each([
    ['https://acme.test', 'acme.test'],
    [' http://acme.test:8080/a?b#c ', 'acme.test'],
    ['HTTPS://ACME.test/', 'acme.test'],
    ['https://bücher.test/', 'xn--bcher-kva.test'],
  ])('reads %j', (text, host) => {
    expect(parseHttpUrl(text)?.host).toBe(host);
    expect(isHttpUrl(text)).toBe(true);
  });

  it.each([
    '',
    'acme.test',
    'ftp://acme.test',
    'data:text/html,hello',
    'https:',
    'https://',
    'https:///path',
    'https:/acme.test',
    'https://acme .test',
    'https://a\u0000b.test',
    'https://[::1',
    'see https://acme.test',
  ])('refuses %j', text => {
    expect(parseHttpUrl(text)).toBeUndefined();
    expect(isHttpUrl(text)).toBe(false);
  });
});

describe('isRelativePath', () => {
  it.each([
    './docs/runbook.md',
    '../shared/runbook',
    'docs/',
    'RUNBOOK.md',
    'docs/error budget.md',
    'コード/手順.md',
  ])('accepts %j', path => {
    expect(isRelativePath(path)).toBe(true);
    expect(isUrlOrPath(path)).toBe(true);
  });

  it.each([
    '',
    'runbook',
    '/etc/passwd',
    '//acme.test/x',
    'C:\\docs\\runbook.md',
    'mailto:a@acme.test',
    'https://acme.test/x',
    'ask the team and/or its lead',
    'docs/\u0000.md',
  ])('refuses %j', path => {
    expect(isRelativePath(path)).toBe(false);
  });
});
