import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-react';
import { lazy, Suspense } from 'react';
import { Skeletons } from '../components/frame';

const ScorecardOutputs = lazy(async () => ({
  default: (await import('./ScorecardOutputs')).ScorecardOutputs,
}));

/**
 * The result of a template: where the new service stands, what is left, and the template's links. Of a
 * template that scores nothing it shows what every template shows.
 *
 * @public
 */
export function MaturityTemplateOutputs(props: {
  output?: ScaffolderTaskOutput;
}) {
  return (
    <Suspense fallback={<Skeletons heights={[180]} />}>
      <ScorecardOutputs output={props.output} />
    </Suspense>
  );
}
