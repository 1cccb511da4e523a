import { goldenPathPasses } from './goldenPathPasses';
import type { CheckResult, Evidence } from './types';

const RECORD = {
  source: '.golden-path.yaml',
  template: 'template:default/node-service',
  made: ['.github/workflows/ci.yaml', 'slo.yaml'],
};

type Given = Pick<CheckResult, 'check' | 'status' | 'evidence'>;

function result(
  check: string,
  evidence: Partial<Evidence>,
  status: CheckResult['status'] = 'pass',
): Given {
  const file = {
    strength: 'observed',
    source: 'slo.yaml',
    from: null,
  } as const;
  return { check, status, evidence: [{ ...file, value: '', ...evidence }] };
}

const ORIGIN = result('golden-path-origin', { source: '.golden-path.yaml' });

describe('goldenPathPasses', () => {
  it('names what passes by a file that the golden path made, with or without a line', () => {
    const results = [
      ORIGIN,
      result('ci-pipeline', { source: '.github/workflows/ci.yaml:3' }),
      result('slo-defined', {}),
      result('runbook-linked', { source: 'docs/runbook.md:7' }),
    ];
    expect(goldenPathPasses(results, RECORD)).toEqual([
      'ci-pipeline',
      'slo-defined',
    ]);
  });

  it('looks at every piece of evidence that suffices alone', () => {
    const own = { strength: 'observed', source: 'Jenkinsfile' } as const;
    const { evidence } = result('ci-pipeline', {
      source: '.github/workflows/ci.yaml',
    });
    const both = {
      ...result('ci-pipeline', {}),
      evidence: [{ ...own, value: '', from: null }, ...evidence],
    };
    expect(goldenPathPasses([ORIGIN, both], RECORD)).toEqual(['ci-pipeline']);
  });

  it.each([
    ['a file of the service', { source: 'own/slo.yaml' }],
    ['an annotation', { strength: 'linked', source: 'slo.yaml' }],
    ['a file of another entity', { from: 'system:default/shop' }],
    ['a piece that only supports', { supporting: true }],
  ] as const)('does not count what passes by %s', (_, evidence) => {
    const results = [ORIGIN, result('slo-defined', evidence)];
    expect(goldenPathPasses(results, RECORD)).toEqual([]);
  });

  it.each(['fail', 'unknown', 'exempt'] as const)('counts no %s', status => {
    const results = [ORIGIN, result('slo-defined', {}, status)];
    expect(goldenPathPasses(results, RECORD)).toEqual([]);
  });

  it('is empty without a golden path that exists, and without a record of files', () => {
    const slo = result('slo-defined', {});
    const { source, template } = RECORD;
    const dangling = { ...ORIGIN, status: 'fail' as const };
    expect(goldenPathPasses([slo, dangling], RECORD)).toEqual([]);
    expect(goldenPathPasses([slo], RECORD)).toEqual([]);
    expect(goldenPathPasses([slo, ORIGIN], undefined)).toEqual([]);
    expect(goldenPathPasses([slo, ORIGIN], { source, template })).toEqual([]);
  });
});
