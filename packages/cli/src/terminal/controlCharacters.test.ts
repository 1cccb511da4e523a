import fc from 'fast-check';
import { jsonText, safeLines } from './controlCharacters';

describe('jsonText', () => {
  it('escapes what a terminal obeys and JSON does not', () => {
    expect(jsonText(['\u009b2J', '\u202e', '\u2028', '\u{e0001}'])).toBe(
      '[\n  "\\u009b2J",\n  "\\u202e",\n  "\\u2028",\n  "\\udb40\\udc01"\n]\n',
    );
  });

  it('changes no value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (a, b) => {
        const value = { a, b };
        expect(JSON.parse(jsonText(value))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  it('leaves nothing for a terminal to obey', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(jsonText(text).trimEnd()).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('safeLines', () => {
  it('keeps line breaks, tabs and joiners', () => {
    expect(safeLines('a\tb\r\nc\n\u200d')).toBe('a\tb\nc\n\u200d');
  });

  it('shows the rest as question marks', () => {
    expect(safeLines('a\u001b[2J\rb\u009bc\u202ed')).toBe('a?[2J?b?c?d');
  });
});
