import {
  adviceSummary,
  type AdviceAnswer,
  caveatText,
  DEFAULT_THRESHOLDS,
  RULE_SENTENCES,
  ruleEvidenceText,
} from '@backstage-maturity/plugin-maturity-common';
import { renderInTestApp } from '@backstage/test-utils';
import { advice, definitions } from '../../../dev/sample';
import { type Text, useText } from '../../hooks/useText';
import { caveatSentence, ruleSentence, summarySentence } from './sentences';
import type { Evidence, Model, Verdict } from './wire';

async function english(): Promise<Text> {
  const seen: Text[] = [];
  function Probe() {
    seen.push(useText());
    return null;
  }
  await renderInTestApp(<Probe />);
  return seen[seen.length - 1];
}

function told(parts: {
  primary: AdviceAnswer['advice']['primary'];
  verdicts: Record<Model, Verdict>;
}): AdviceAnswer['advice'] {
  const silent = (verdict: Verdict) => ({
    verdict,
    triggers: [],
    blockers: [],
    evidence: [],
  });
  const { devops, sre, platform } = parts.verdicts;
  return {
    ...advice.advice,
    primary: parts.primary,
    verdicts: {
      devops: silent(devops),
      sre: silent(sre),
      platform: silent(platform),
    },
  };
}

describe('the words of the advice', () => {
  it.each([
    ['devops', 'now', 'next', 'later'],
    ['devops', 'now', 'next', 'now'],
    ['sre', 'attained', 'now', 'next'],
    ['devops', 'now', 'next', 'next'],
    ['sustain', 'attained', 'attained', 'attained'],
    ['keep-exploring', 'attained', 'not-worth-it-yet', 'not-worth-it-yet'],
    ['devops-light', 'now', 'not-worth-it-yet', 'not-worth-it-yet'],
    ['insufficient-data', 'unknown', 'unknown', 'unknown'],
  ] as const)(
    'are those of the command line for %s: %s, %s, %s',
    async (primary, devops, sre, platform) => {
      const t = await english();
      const one = told({ primary, verdicts: { devops, sre, platform } });

      expect(summarySentence(t, { advice: one, definitions })).toBe(
        adviceSummary({ ...one, thresholds: DEFAULT_THRESHOLDS }),
      );
    },
  );

  it('are those of the command line for every rule and measure', async () => {
    const t = await english();
    for (const [ruleId, sentences] of Object.entries(RULE_SENTENCES)) {
      for (const measure of Object.keys(sentences)) {
        const evidence = { ...piece(ruleId), measure };
        expect(ruleSentence(t, evidence)).toBe(ruleEvidenceText(evidence));
      }
      expect(ruleSentence(t, piece(ruleId))).not.toContain('{{');
    }
  });

  it.each([
    'fix-architecture-first',
    'developer-count-unknown',
    'stack-count-lower-bound',
    'one-of-tomorrow',
  ])('are those of the command line for the caveat %s', async caveat => {
    expect(caveatSentence(await english(), caveat)).toBe(caveatText(caveat));
  });

  it('say a rule that is not known yet as it came', async () => {
    expect(ruleSentence(await english(), piece('Z9'))).toBe(
      'Rule Z9: 0.4 against 3.',
    );
  });
});

function piece(ruleId: string): Evidence {
  return {
    ruleId,
    value: 0.4,
    threshold: 3,
    origin: 'ours',
    entityRefs: [],
    claims: [],
  };
}
