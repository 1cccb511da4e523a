import { isTemplated } from './isTemplated';

describe('isTemplated', () => {
  it.each([
    ['kind: Deployment\nspec:\n  {{- if .Values.on }}\n  a: 1\n', true],
    ['{% if values.ci %}\na: 1\n{% endif %}\n', true],
    ['name: {{ .Chart.Name }}\n', true],
    ['name: ${{ values.name }}\n', true],
    ['- {{ .Values.first }}\n', true],
    ['a: [\n', false],
    ['run: echo "${{ github.sha }}"\nb: [\n', false],
    ['a: {b: {c: 1}}\n', false],
    ['', false],
  ])('knows what %j is', (text, expected) => {
    expect(isTemplated(text)).toBe(expected);
  });
});
