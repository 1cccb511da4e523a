import { isUnrendered } from './isUnrendered';

const named = (name: string) =>
  `kind: Component\nmetadata:\n  # of the service\n\n  title: A\n  name: ${name}\nspec: [\n`;

describe('isUnrendered', () => {
  it.each([
    ['{% if values.api %}\nkind: API\n', true],
    ['kind: API\n  {{- if .Values.on }}\n', true],
    ['spec: {% raw %}\n', true],
    [named('${{ values.name }}'), true],
    [named('"{{ name }}"'), true],
    [named('${{ values.name }}').replace(/\n/g, '\r\n'), true],
    [named('shop'), false],
    [`${named('shop')}  name: ${'${{ values.name }}'}\n`, false],
    ['metadata:\n  name: a\n  title: ${{ x }}\nspec: [\n', false],
    ['metadata:\n  name: a\n  annotations:\n    a: {{ x }}\nb: [\n', false],
  ])('knows what %j is as a catalog-info file', (text, expected) => {
    expect(isUnrendered(text, 'a/catalog-info.yaml')).toBe(expected);
  });

  it('takes any expression for a sign in other files', () => {
    expect(isUnrendered('run: ${{ x }}\nb: [\n', 'pod.yaml')).toBe(true);
  });

  it('takes no time for a text of very many lines', () => {
    const text = `metadata:\n${'  \n'.repeat(20_000)}a: [\n`;
    expect(isUnrendered(text, 'catalog-info.yaml')).toBe(false);
  });
});
