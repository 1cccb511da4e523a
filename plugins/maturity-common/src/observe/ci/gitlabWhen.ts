import { at, listOf, textOf } from '../text/data';
import { flatItems } from './gitlabReferences';

/** When a job or a pipeline runs. */
export interface When {
  onChange: boolean;
  automatic: boolean;
}

export const ALWAYS: When = { onChange: true, automatic: true };
const NEVER: When = { onChange: false, automatic: false };

/** When a job or a whole pipeline runs, from `rules`, `only` and `when`. */
export function runsWhen(job: unknown, data: unknown): When {
  const rules = at(job, 'rules');
  if (Array.isArray(rules)) {
    return flatItems(rules, data).reduce<When>((sum, rule) => {
      const when = ruleRuns(rule);
      return {
        onChange: sum.onChange || when.onChange,
        automatic: sum.automatic || when.automatic,
      };
    }, NEVER);
  }
  if (/^(?:manual|never)$/.test(textOf(at(job, 'when')) ?? '')) {
    return NEVER;
  }
  const only = listOf(at(job, 'only', 'refs') ?? at(job, 'only')).flatMap(
    ref => textOf(ref) ?? [],
  );
  if (only.length === 0) {
    return ALWAYS;
  }
  const events = only.filter(
    ref => !/^(?:web|api|chat|triggers|external)$/.test(ref),
  );
  return {
    onChange: events.some(ref => !/^(?:tags|schedules)$/.test(ref)),
    automatic: events.some(
      ref => ref !== 'merge_requests' && ref !== 'external_pull_requests',
    ),
  };
}

function ruleRuns(rule: unknown): When {
  if (/^(?:manual|never)$/.test(textOf(at(rule, 'when')) ?? '')) {
    return NEVER;
  }
  const condition = textOf(at(rule, 'if')) ?? '';
  const source = /\$CI_PIPELINE_SOURCE\s*==\s*["'](\w+)["']/.exec(
    condition,
  )?.[1];
  switch (source) {
    case 'schedule':
      return { onChange: false, automatic: true };
    case 'web':
    case 'api':
    case 'trigger':
    case 'chat':
      return NEVER;
    case 'merge_request_event':
      return { onChange: true, automatic: false };
    default:
      return {
        onChange: !/^\$CI_COMMIT_TAG\b/.test(condition),
        automatic: true,
      };
  }
}
