import type { BuiltInCheck } from '../engine/builtIn';
import { builtIn } from '../engine/builtIn';
import { linked } from '../engine/keys';
import { docsFolder } from '../engine/repositoryPaths';

import { partOfSystem } from '../questions/ownership';
import { describedAndKnown } from '../questions/basics';

const catalogBasics = builtIn(
  {
    id: 'catalog-basics',
    title: 'It is described and its lifecycle is known',
    track: 'platform',
    level: 1,
    weight: 3,
    applies: 'ALL',
    decides: '`metadata.description`, `spec.lifecycle`',
    passes:
      'description >= 20 characters, not a placeholder, lifecycle in the allowed set',
    fails: 'otherwise',
    absent: 'fail',
    source: 'CNCF Adoption (discoverable); Backstage model',
    remedy: 'Write one useful sentence and a valid lifecycle.',
    inherits: [],
    claims: [54, 58],
    nature: 'technical',
  },
  {
    question: describedAndKnown,
    looksAt: ['metadata.description', 'spec.lifecycle'],
  },
);

const systemAssigned = builtIn(
  {
    id: 'system-assigned',
    title: 'It belongs to a system',
    track: 'platform',
    level: 1,
    weight: 3,
    applies: 'ALL',
    decides: 'relation `partOf` to a System',
    passes: 'target exists',
    fails: 'none or dangling',
    absent: 'fail',
    source: 'Backstage model; SRE PRR architecture',
    remedy: 'Set `spec.system`.',
    inherits: [],
    claims: [57],
    nature: 'technical',
  },
  { question: partOfSystem, looksAt: ['partOf'] },
);

const docsPublished = builtIn(
  {
    id: 'docs-published',
    title: 'Its documentation is in the portal',
    track: 'platform',
    level: 1,
    weight: 4,
    applies: 'ALL',
    decides: '`backstage.io/techdocs-ref`, `backstage.io/techdocs-entity`',
    passes: 'present',
    fails: 'missing',
    absent: 'fail',
    source: 'DORA documentation quality; CNCF Adoption',
    remedy: 'Add `mkdocs.yml` and the TechDocs annotation.',
    inherits: [],
    claims: [54],
    observed: 'mkdocs.yml and docs/index.md',
    nature: 'technical',
  },
  {
    keys: [
      linked('backstage.io/techdocs-ref', { path: docsFolder }),
      linked('backstage.io/techdocs-entity'),
    ],
    seen: 'sufficient',
  },
);

/** Level 1: known. */
export const PLATFORM_KNOWN: readonly BuiltInCheck[] = [
  catalogBasics,
  systemAssigned,
  docsPublished,
];
