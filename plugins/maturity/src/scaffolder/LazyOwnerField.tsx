import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { lazy, Suspense } from 'react';
import { Skeletons } from '../components/frame';

const Field = lazy(async () => ({
  default: (await import('./OwnerField')).OwnerField,
}));

/** The field of owners, loaded with its list when a form has one. */
export function LazyOwnerField(props: FieldExtensionComponentProps<string>) {
  return (
    <Suspense fallback={<Skeletons heights={[80]} />}>
      <Field {...props} />
    </Suspense>
  );
}
