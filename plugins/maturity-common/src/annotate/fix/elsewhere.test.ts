import { formChanges } from './formChanges';
import { apply, judge } from './fixtures/judge';

const shop = (spec: string, annotations = '') => `kind: Component
metadata:
  name: shop
  annotations:
    maturity/tier: '1'
${annotations}spec: { type: service, lifecycle: production, owner: payments, ${spec} }
`;
const resource = (
  name: string,
  annotations: string,
  owner = 'owner: payments',
) =>
  `kind: Resource\nmetadata: { name: ${name}, annotations: { ${annotations} } }\nspec: { type: database, ${owner} }\n`;
const GROUP =
  'kind: Group\nmetadata: { name: payments }\nspec: { type: team, children: [] }\n';
const template = (annotations: string) =>
  `kind: Template\nmetadata: { name: go, annotations: { ${annotations} } }\nspec: { type: service }\n`;
const catalog = (...documents: string[]) => [...documents, GROUP].join('---\n');

const TWO = 'dependsOn: [resource:db, resource:queue]';

/** What is asked for, of whom, and whether it helped. */
function solve(text: string, check: string, values: Record<string, string>) {
  const fix = judge(text).fix(check);
  if (fix?.kind !== 'form') {
    throw new Error(`A form was expected for ${check}.`);
  }
  const { edits, problems } = formChanges(fix, new Map(Object.entries(values)));
  expect(problems).toEqual([]);
  const solved = [...edits].reduce(
    (before, [entity, changes]) => apply(before, entity, changes),
    text,
  );
  return {
    asks: fix.fields.map(({ id }) => id),
    status: judge(solved).resultOf(check).status,
  };
}

describe('a fix of what other entities hold', () => {
  it.each<[string, string, string, Record<string, string>]>([
    [
      'the resources that are not described as code',
      catalog(
        shop(TWO),
        resource('db', 'maturity/iac: terraform'),
        resource('queue', ''),
      ),
      'infrastructure-as-code',
      { 'resource:default/queue maturity/iac': 'terraform' },
    ],
    [
      'a resource that says that it is not',
      catalog(
        shop('dependsOn: [resource:db]'),
        resource('db', "maturity/iac: 'none'"),
      ),
      'infrastructure-as-code',
      { 'resource:default/db maturity/iac': 'pulumi' },
    ],
    [
      'the component, where no resource says anything',
      catalog(shop(TWO), resource('db', ''), resource('queue', '')),
      'infrastructure-as-code',
      { 'maturity/iac': 'terraform' },
    ],
    [
      'the dependencies of the component, where one is not in the catalog',
      catalog(shop(TWO), resource('db', 'maturity/iac: terraform')),
      'infrastructure-as-code',
      { 'spec.dependsOn': 'resource:db' },
    ],
    [
      'the resource that was asked for by ticket, and no other one',
      catalog(
        shop(TWO),
        resource('db', 'maturity/provisioned-by: module'),
        resource('queue', 'maturity/provisioned-by: ticket'),
      ),
      'self-service-resources',
      { 'resource:default/queue maturity/provisioned-by': 'platform' },
    ],
    [
      'the weaker service behind an API',
      catalog(
        shop('consumesApis: [stock]'),
        'kind: API\nmetadata: { name: stock }\nspec: { owner: payments }\n',
        "kind: Component\nmetadata: { name: stock, annotations: { maturity/tier: '3' } }\nspec: { type: service, providesApis: [stock] }\n",
      ),
      'dependency-tier-alignment',
      { 'component:default/stock maturity/tier': '1' },
    ],
    [
      'the API that has no definition',
      catalog(
        shop('providesApis: [stock]'),
        "kind: API\nmetadata: { name: stock }\nspec: { owner: payments, definition: '' }\n",
      ),
      'api-documented',
      { 'api:default/stock spec.definition': 'type Query { stock: Int }' },
    ],
    [
      'the golden path, where none is known',
      catalog(
        shop('system: sales'),
        template('maturity/template-version: 2.1.0'),
      ),
      'golden-path-current',
      {
        'maturity/golden-path': 'template:go',
        'maturity/template-version': '2.1.0',
      },
    ],
    [
      'only the version, where the catalog knows the template',
      catalog(
        shop(
          'system: sales',
          '    backstage.io/source-template: template:default/go\n',
        ),
        template('maturity/template-version: 2.1.0'),
      ),
      'golden-path-current',
      { 'maturity/template-version': '2.0.0' },
    ],
    [
      'the template that has no version',
      catalog(
        shop(
          'system: sales',
          '    maturity/golden-path: template:default/go\n    maturity/template-version: 1.0.0\n',
        ),
        template(''),
      ),
      'golden-path-current',
      { 'template:default/go maturity/template-version': '1.1.0' },
    ],
  ])('asks %s, and helps', (_, text, check, values) => {
    expect(solve(text, check, values)).toEqual({
      asks: expect.arrayContaining(Object.keys(values)),
      status: 'pass',
    });
    const fix = judge(text).fix(check);
    const asked = fix?.kind === 'form' ? fix.fields.map(({ id }) => id) : [];
    expect(asked.filter(id => id.includes(' '))).toEqual(
      Object.keys(values).filter(id => id.includes(' ')),
    );
  });

  it('asks for no more than what the version is compared with', () => {
    const text = catalog(
      shop(
        'system: sales',
        '    backstage.io/source-template: template:default/go\n',
      ),
      template('maturity/template-version: 2.1.0'),
    );
    const fix = judge(text).fix('golden-path-current');
    expect(fix?.kind === 'form' && fix.fields.map(({ id }) => id)).toEqual([
      'maturity/template-version',
    ]);
  });
});
