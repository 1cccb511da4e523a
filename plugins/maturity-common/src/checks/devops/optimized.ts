import type { BuiltInCheck } from '../engine/builtIn';
import { builtIn } from '../engine/builtIn';
import { declared } from '../engine/keys';
import { oneOf, wholeNumber } from '../engine/rules';

const deliveryMetrics = builtIn(
  {
    id: 'delivery-metrics',
    title: 'Delivery performance is measured',
    track: 'devops',
    level: 4,
    weight: 3,
    applies: 'RUN',
    decides: '`maturity/delivery-metrics`, `metadata.links[type=dora]`',
    passes: 'present (values are shown, never gated)',
    fails: 'explicit negative',
    absent: 'unknown',
    source: 'DORA five metrics 2024-2026; CNCF Measurement',
    remedy: 'Publish the five delivery metrics for this service and link them.',
    inherits: ['system', 'owner'],
    claims: [2, 9, 10],
    nature: 'cultural',
  },
  {
    keys: [declared('maturity/delivery-metrics')],
    linkTypes: ['dora'],
    inherits: ['system', 'owner'],
  },
);

const progressiveDelivery = builtIn(
  {
    id: 'progressive-delivery',
    title: 'Releases roll out gradually and roll back fast',
    track: 'devops',
    level: 4,
    weight: 4,
    applies: 'T12',
    decides: '`maturity/rollout`',
    passes: '`canary`, `blue-green`, `feature-flags`, `progressive`',
    fails: '`all-at-once`, explicit negative',
    absent: 'unknown',
    source: 'AWS OPS06; Azure safe deployment; article repeatable releases',
    remedy:
      'Adopt a canary, blue/green or flag rollout with automatic rollback and declare it.',
    inherits: [],
    claims: [8, 15],
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/rollout', {
        rule: oneOf({
          accepted: ['canary', 'blue-green', 'feature-flags', 'progressive'],
          weak: ['all-at-once'],
        }),
      }),
    ],
  },
);

const buildProvenance = builtIn(
  {
    id: 'build-provenance',
    title: 'Artifacts carry signed provenance',
    track: 'devops',
    level: 4,
    weight: 4,
    applies: 'T12 or shared library',
    decides: '`maturity/slsa-build-level`',
    passes: 'integer >= 2',
    fails: '0 or 1, or not an integer in 0..3',
    absent: 'unknown',
    source: 'SLSA v1.2 Build L2; OpenSSF Signed-Releases; SSDF PS',
    remedy:
      'Build on a hosted builder that signs provenance and record the level reached.',
    inherits: [],
    claims: [15, 24],
    observed:
      'an attestation or SLSA generator step in a workflow (level stays declared)',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/slsa-build-level', {
        rule: wholeNumber({ minimum: 2, maximum: 3 }),
      }),
    ],
    seen: 'supporting',
  },
);

/** Level 4: optimized. */
export const DEVOPS_OPTIMIZED: readonly BuiltInCheck[] = [
  deliveryMetrics,
  progressiveDelivery,
  buildProvenance,
];
