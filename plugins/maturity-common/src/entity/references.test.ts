import { parseReference, parseTemplateRef } from './references';

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
