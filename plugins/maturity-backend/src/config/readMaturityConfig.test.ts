import { mockServices } from '@backstage/backend-test-utils';
import {
  BUILT_IN_CHECKS,
  type Check,
} from '@backstage-maturity/plugin-maturity-common';
import type { JsonObject } from '@backstage/types';
import { Contributions } from './Contributions';
import { readMaturityConfig } from './readMaturityConfig';

const [template] = BUILT_IN_CHECKS;

function check(id: string, changes: Partial<Check['definition']> = {}): Check {
  return {
    definition: { ...template.definition, id, builtIn: false, ...changes },
    notApplicable: () => undefined,
    decide: () => ({ status: 'pass', reason: 'linked' }),
  };
}

function read(contributions: Contributions, data: JsonObject = {}) {
  return readMaturityConfig(mockServices.rootConfig({ data }), contributions);
}

describe('readMaturityConfig', () => {
  it('has the built-in checks and no problem without a configuration', () => {
    const { definitions, problems, organization } = read(new Contributions());

    expect(definitions.checks).toHaveLength(48);
    expect(problems).toEqual([]);
    expect(organization).toBe('Organization');
  });

  it('puts checks of modules into force, adjusted by the configuration', () => {
    const contributions = new Contributions();
    contributions.addTracks({
      id: 'security',
      title: 'Security',
      purpose: '',
      levels: ['Basic'],
      builtIn: false,
    });
    contributions.addChecks(check('scan', { track: 'security' }));
    const { definitions, problems } = read(contributions, {
      maturity: {
        tracks: [{ id: 'culture', title: 'Culture', levels: ['Open'] }],
        checks: { scan: { weight: 9 } },
      },
    });

    expect(problems).toEqual([]);
    expect(definitions.tracks.map(({ id }) => id)).toEqual([
      'devops',
      'sre',
      'platform',
      'security',
      'culture',
    ]);
    const scan = definitions.checks.find(
      ({ definition }) => definition.id === 'scan',
    );
    expect(scan?.definition.weight).toBe(9);
  });

  it('reports checks of modules that cannot be in force', () => {
    const contributions = new Contributions();
    contributions.addChecks(
      check(template.definition.id),
      check('nowhere', { track: 'nothing' }),
    );
    const { definitions, problems } = read(contributions);

    expect(definitions.checks).toHaveLength(48);
    expect(problems.map(problem => problem.check)).toEqual([
      template.definition.id,
      'nowhere',
    ]);
  });

  it('reports mistakes in what the modules of other plugins read', () => {
    const { repository, problems } = read(new Contributions(), {
      maturity: {
        local: { root: '' },
        catalog: { declareAnnotations: 'x' },
      },
    });

    expect(repository.root).toBeUndefined();
    expect(problems).toEqual([
      {
        path: 'maturity.local.root',
        value: '""',
        expected: 'the path of a folder',
      },
      {
        path: 'maturity.catalog.declareAnnotations',
        value: '"x"',
        expected: 'true or false',
      },
    ]);
  });

  it.each([null, 7, 'text', ['list']])(
    'starts with %j instead of a section',
    value => {
      const { definitions } = read(new Contributions(), { maturity: value });

      expect(definitions.checks).toHaveLength(48);
    },
  );
});
