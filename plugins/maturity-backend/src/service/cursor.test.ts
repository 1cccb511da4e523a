import type { Cursor, Sort } from '../database';
import { encodeCursor, parseCursor, sortText } from './cursor';

const sort: Sort = { field: 'level', track: 'sre', descending: true };

describe('parseCursor', () => {
  it('reads what encodeCursor wrote', () => {
    const cursor: Cursor = {
      direction: 'before',
      value: 3,
      entityRef: 'component:default/a',
    };
    const byName: Sort = { field: 'name', descending: false };
    const named: Cursor = { ...cursor, value: 'Übergröße' };

    expect(sortText(sort)).toBe('-level:sre');
    expect(parseCursor(encodeCursor(cursor, sort), sort)).toEqual(cursor);
    expect(parseCursor(encodeCursor(named, byName), byName)).toEqual(named);
  });

  it.each([
    '',
    'abc',
    '%00',
    '__proto__',
    Buffer.from('null').toString('base64url'),
    Buffer.from('[]').toString('base64url'),
    Buffer.from('{"s":"name"}').toString('base64url'),
    Buffer.from('{"s":"name","d":"up","v":1,"r":"x"}').toString('base64url'),
    Buffer.from('{"s":"name","d":"after","v":"\\u0000","r":"x"}').toString(
      'base64url',
    ),
    Buffer.from('{"s":"name","d":"after","v":"a","r":"x"}').toString(
      'base64url',
    ),
  ])('refuses the text "%s" with a sentence', text => {
    expect(() => parseCursor(text, sort)).toThrow(
      /^The query parameter "cursor" (is|belongs to) .*; expected a cursor /,
    );
  });
});
