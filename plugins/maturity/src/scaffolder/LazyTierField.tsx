import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { lazy, Suspense } from 'react';
import { Skeletons } from '../components/frame';

const Field = lazy(async () => ({
  default: (await import('./TierField')).TierField,
}));

/** The field of tiers, loaded with the engine that it computes by when a form has one. */
export function LazyTierField(props: FieldExtensionComponentProps<string>) {
  return (
    <Suspense fallback={<Skeletons heights={[180]} />}>
      <Field {...props} />
    </Suspense>
  );
}
