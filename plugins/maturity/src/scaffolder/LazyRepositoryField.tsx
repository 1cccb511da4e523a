import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { lazy, Suspense } from 'react';
import { Skeletons } from '../components/frame';

const Field = lazy(async () => ({
  default: (await import('./RepositoryField')).RepositoryField,
}));

/** The field of repositories, loaded when a form has one. */
export function LazyRepositoryField(
  props: FieldExtensionComponentProps<string>,
) {
  return (
    <Suspense fallback={<Skeletons heights={[140]} />}>
      <Field {...props} />
    </Suspense>
  );
}
