import { defaultAlertName } from './alertName';
import type { Field } from './Field';
import { readId, readName } from './names';
import { readPercentField, readRatioField } from './objectiveField';
import { readOpenSloQueries } from './openSloQueries';
import type { SloAlertSettings, SloDefinition } from './types';

const MAX_DAYS = 366;
const PLAIN: SloAlertSettings = {
  enabled: true,
  labels: new Map(),
  annotations: new Map(),
};

function readWindow(spec: Field): number | undefined {
  const expected =
    'one rolling time window of 1 to 366 days or 1 to 52 weeks (such as 28d)';
  const [window, second] = spec.at('timeWindow').items(expected);
  if (!window) {
    return undefined;
  }
  if (second) {
    return second.refuse('one time window only');
  }
  window.allow('duration', 'isRolling', 'calendar');
  if (window.at('calendar').isThere) {
    return window.at('calendar').refuse('a rolling window');
  }
  if (window.at('isRolling').value !== true) {
    return window.at('isRolling').refuse('true, for a rolling window,');
  }
  const duration = window.at('duration');
  const match = /^([1-9]\d{0,2})([dw])$/.exec(duration.scalar() ?? '');
  const days = match ? Number(match[1]) * (match[2] === 'w' ? 7 : 1) : 0;
  return days >= 1 && days <= MAX_DAYS ? days : duration.refuse(expected);
}

function readTarget(objective: Field) {
  objective.allow('displayName', 'target', 'targetPercent');
  return objective.at('targetPercent').isThere
    ? readPercentField(objective.at('targetPercent'))
    : readRatioField(objective.at('target'));
}

function readIndicator(
  spec: Field,
  documents: ReadonlyMap<string, Field>,
): Field | undefined {
  const inline = spec.at('indicator');
  const ref = spec.at('indicatorRef');
  if (inline.isThere === ref.isThere) {
    return spec.refuse('either "indicator" or "indicatorRef"');
  }
  return inline.isThere
    ? inline
    : documents.get(`SLI/${ref.scalar() ?? ''}`) ??
        ref.refuse('the name of a document of kind SLI in this file');
}

function readSlo(
  slo: Field,
  options: { documents: ReadonlyMap<string, Field>; ids: Set<string> },
): SloDefinition[] {
  const { documents, ids } = options;
  const spec = slo.at('spec');
  spec.allow(
    ...['description', 'service', 'indicator', 'indicatorRef', 'timeWindow'],
    ...['budgetingMethod', 'objectives', 'alertPolicies'],
  );
  const name = readName(slo.at('metadata', 'name'));
  const service = readName(spec.at('service'));
  const description = spec.at('description').optionalText('a text');
  const windowDays = readWindow(spec);
  if (spec.at('budgetingMethod').value !== 'Occurrences') {
    spec
      .at('budgetingMethod')
      .refuse(
        'Occurrences (budgets of time slices cannot be counted in events)',
      );
  }
  const policies = spec.at('alertPolicies');
  if (
    policies.isThere &&
    !(Array.isArray(policies.value) && policies.value.length === 0)
  ) {
    policies.refuse('no policy (the alerts follow from objective and window)');
  }
  const indicator = readIndicator(spec, documents);
  const queries = indicator && readOpenSloQueries(indicator, documents);
  const objectives = spec
    .at('objectives')
    .items('a list with at least one objective');
  return objectives.flatMap((each, index) => {
    const objective = readTarget(each);
    if (
      name === undefined ||
      service === undefined ||
      description === undefined ||
      windowDays === undefined ||
      queries === undefined ||
      objective === undefined
    ) {
      return [];
    }
    const own = objectives.length === 1 ? name : `${name}-${index + 1}`;
    const id = readId(slo.at('metadata', 'name'), { service, name: own, ids });
    return id === undefined
      ? []
      : {
          format: 'openslo/v1' as const,
          id,
          service,
          name: own,
          description,
          ...objective,
          windowDays,
          labels: new Map<string, string>(),
          queries,
          alertName: defaultAlertName(service, own),
          page: PLAIN,
          ticket: PLAIN,
        };
  });
}

/** Reads the `openslo/v1` documents of a file: SLOs with the SLIs and data sources that they name. */
export function readOpenSlo(
  documents: readonly Field[],
  ids: Set<string>,
): SloDefinition[] {
  const named = new Map<string, Field>();
  for (const each of documents) {
    const name = each.at('metadata', 'name');
    const key = `${each.at('kind').scalar()}/${name.scalar()}`;
    if (named.has(key)) {
      name.refuse('another name than that of a document of this kind above');
    }
    named.set(key, each);
  }
  return documents
    .filter(each => each.at('kind').value === 'SLO')
    .flatMap(each => readSlo(each, { documents: named, ids }));
}
