import type { Entity } from '@backstage/catalog-model';
import { lazy, Suspense } from 'react';

// Few services state objectives, and the arithmetic of budgets is the engine's.
const Objectives = lazy(async () => ({
  default: (await import('./Objectives')).Objectives,
}));

/** Where the objectives of an entity stand; `OWN_KEYS` of the engine has it too, but is not loaded here. */
const SLO = 'maturity/slo';

/** What an entity's objectives allow; nothing where it states none. */
export function ObjectivesSection(props: { entity: Entity }) {
  const slos = props.entity.metadata.annotations?.[SLO];
  return slos ? (
    <Suspense fallback={null}>
      <Objectives slos={slos} />
    </Suspense>
  ) : null;
}
