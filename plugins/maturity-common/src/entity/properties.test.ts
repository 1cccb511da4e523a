import fc from 'fast-check';
import { isHttpUrl, isRelativePath, parseHttpUrl } from './addresses';
import { parseLifecycle, parseTier } from './classification';
import { parseDatedLink, parseIsoDate } from './dates';
import { parseList } from './lists';
import { parseInteger, parseSemver } from './numbers';
import { parseReference, parseTemplateRef } from './references';
import { canonicalStack } from './stacks';

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
        expect(isHttpUrl(value)).toBe(url !== undefined && url.host !== '');
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
