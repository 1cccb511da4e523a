import fc from 'fast-check';
import { isRelativePath, isUrlOrPath, parseHttpUrl } from './addresses';
import { parseLifecycle, parseTier } from './classification';
import { ageInDays, parseDatedLink, parseIsoDate, utcDay } from './dates';
import { parseList } from './lists';
import { parseInteger, parseSemver } from './numbers';
import { parseReference, parseTemplateRef } from './references';
import { canonicalStack } from './stacks';

describe('parseHttpUrl', () => {
  it.each([
    ['https://acme.test', 'acme.test'],
    [' http://acme.test:8080/a?b#c ', 'acme.test'],
    ['HTTPS://ACME.test/', 'acme.test'],
    ['https://bücher.test/', 'xn--bcher-kva.test'],
  ])('reads %j', (text, host) => {
    expect(parseHttpUrl(text)?.host).toBe(host);
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

describe('parseIsoDate', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2024-02-29', 19_782],
    [' 2026-11-23 ', 20_780],
  ])('reads %j as day %i', (text, day) => {
    expect(parseIsoDate(text)).toEqual({ text: text.trim(), day });
  });

  it.each([
    '',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '23.11.2026',
    '2026-11-23T00:00:00Z',
    '20261123',
    '+002026-11-23',
    'yesterday',
  ])('refuses %j', text => {
    expect(parseIsoDate(text)).toBeUndefined();
  });
});

describe('ageInDays', () => {
  const date = { text: '2026-11-23', day: 20_780 };

  it.each([
    ['2026-11-23T00:00:00Z', 0],
    ['2026-11-23T23:59:59Z', 0],
    ['2026-11-24T00:00:00Z', 1],
    ['2027-11-23T12:00:00Z', 365],
    ['2026-11-22T23:59:59Z', -1],
  ])('at %s is %i', (now, age) => {
    expect(ageInDays(date, Date.parse(now))).toBe(age);
  });

  it('counts UTC days', () => {
    expect(utcDay(-1)).toBe(-1);
  });
});

describe('parseDatedLink', () => {
  it('reads a day alone', () => {
    expect(parseDatedLink('2026-11-23')).toEqual({
      date: { text: '2026-11-23', day: 20_780 },
      url: undefined,
    });
  });

  it('reads a day with a URL', () => {
    expect(parseDatedLink(' 2026-11-23  https://acme.test/r ')?.url).toBe(
      'https://acme.test/r',
    );
  });

  it.each([
    '2026-02-30 https://acme.test',
    '2026-11-23 soon',
    '2026-11-23 https://acme.test later',
    'https://acme.test',
  ])('refuses %j', text => {
    expect(parseDatedLink(text)).toBeUndefined();
  });
});

describe('parseInteger', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    [' 42 ', 42],
    ['+7', 7],
    ['-3', -3],
    ['007', 7],
  ])('reads %j', (text, value) => {
    expect(parseInteger(text)).toBe(value);
  });

  it.each(['', '1.0', '1e3', '0x1', '٣', 'NaN', '1 2', '9'.repeat(16)])(
    'refuses %j',
    text => {
      expect(parseInteger(text)).toBeUndefined();
    },
  );
});

describe('parseSemver', () => {
  it.each([
    ['1.2.3', [1, 2, 3, '']],
    ['v0.10.0', [0, 10, 0, '']],
    ['2.0.0-rc.1+build.5', [2, 0, 0, 'rc.1']],
  ])('reads %s', (text, [major, minor, patch, prerelease]) => {
    expect(parseSemver(text)).toEqual({ major, minor, patch, prerelease });
  });

  it.each(['', '1', '1.2', '1.2.3.4', '01.2.3', '1.2.x', 'latest', '-1.2.3'])(
    'refuses %j',
    text => {
      expect(parseSemver(text)).toBeUndefined();
    },
  );
});

describe('parseList', () => {
  it('gives words in lower case without blanks, gaps and repetitions', () => {
    expect(parseList(' Unit,, e2e ,UNIT,__proto__, ')).toEqual([
      'unit',
      'e2e',
      '__proto__',
    ]);
  });
});

describe('parseReference', () => {
  const defaults = { kind: 'Group', namespace: 'Shop' };

  it.each([
    ['team-a', 'group:shop/team-a'],
    ['User:Jane', 'user:shop/jane'],
    ['default/team-a', 'group:default/team-a'],
    ['user:default/Jane', 'user:default/jane'],
    ['ns/a:b', 'group:ns/a:b'],
  ])('completes %s', (text, ref) => {
    expect(parseReference(text, defaults)).toBe(ref);
  });

  it.each([
    '',
    ':a',
    'group:',
    'group:/a',
    'group:ns/',
    '/a',
    undefined,
    1,
    {},
  ])('refuses %j', value => {
    expect(parseReference(value, defaults)).toBeUndefined();
  });

  it('refuses a reference without any kind', () => {
    expect(parseReference('a', { namespace: 'default' })).toBeUndefined();
  });
});

describe('parseTemplateRef', () => {
  it.each([
    ['go-service', 'template:default/go-service'],
    ['Template:paths/Go-Service', 'template:paths/go-service'],
  ])('reads %s', (text, ref) => {
    expect(parseTemplateRef(text)).toBe(ref);
  });

  it.each(['component:default/go-service', 'template:', ''])(
    'refuses %j',
    text => {
      expect(parseTemplateRef(text)).toBeUndefined();
    },
  );
});

describe('parseLifecycle', () => {
  it.each([
    ['production', 'production', true],
    ['GA', 'production', true],
    [' live ', 'production', true],
    ['poc', 'experimental', true],
    ['sunset', 'deprecated', true],
    ['constructor', 'production', false],
    ['', 'production', false],
    [undefined, 'production', false],
    [{}, 'production', false],
  ])('reads %j', (raw, lifecycle, known) => {
    expect(parseLifecycle(raw)).toMatchObject({ lifecycle, word: { known } });
  });
});

describe('every parser', () => {
  it('takes any text without throwing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(...'0123456789-:/.vhtps %,\\[]@\u0000'),
      }),
      fc.constantFrom('__proto__', 'constructor', 'https://[', 'toString'),
    );
    fc.assert(
      fc.property(text, value => {
        const url = parseHttpUrl(value);
        expect(url === undefined || /^https?:/.test(url.href)).toBe(true);
        isRelativePath(value);
        parseIsoDate(value);
        parseDatedLink(value);
        parseInteger(value);
        parseSemver(value);
        parseList(value);
        parseReference(value, { namespace: 'default' });
        parseTemplateRef(value);
        parseLifecycle(value);
        parseTier(value);
        expect(typeof canonicalStack(value)).not.toBe('function');
      }),
    );
  });
});
