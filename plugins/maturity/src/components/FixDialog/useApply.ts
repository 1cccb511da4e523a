import { useApiHolder } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { useCallback, useState } from 'react';
import { ANNOTATE_TEMPLATE_REF, type TemplateInput } from './templateInput';

/** How the start of a run went. */
export type ApplyState =
  | { is: 'idle' | 'starting' }
  | { is: 'running' | 'failed'; taskId: string }
  | { is: 'refused'; error: Error };

/** A run of the template, from the wish to its start. */
export interface Apply {
  state: ApplyState;
  /** Undefined where the portal has no scaffolder. */
  start: ((values: TemplateInput) => Promise<void>) | undefined;
  /** Notes that the run came to nothing. */
  fail(): void;
  reset(): void;
}

/** Starts the template that changes catalog files. */
export function useApply(): Apply {
  const scaffolder = useApiHolder().get(scaffolderApiRef);
  const [state, setState] = useState<ApplyState>({ is: 'idle' });
  const start = async (values: TemplateInput) => {
    setState({ is: 'starting' });
    try {
      const task = await scaffolder?.scaffold({
        templateRef: ANNOTATE_TEMPLATE_REF,
        values,
      });
      setState(task ? { is: 'running', taskId: task.taskId } : { is: 'idle' });
    } catch (error) {
      setState({ is: 'refused', error: toError(error) });
    }
  };
  const fail = useCallback(
    () =>
      setState(before =>
        before.is === 'running' ? { ...before, is: 'failed' } : before,
      ),
    [],
  );
  return {
    state,
    fail,
    start: scaffolder && start,
    reset: () => setState({ is: 'idle' }),
  };
}
