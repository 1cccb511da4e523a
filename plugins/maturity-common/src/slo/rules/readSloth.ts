import { defaultAlertName } from './alertName';
import { readAlertText } from './alertText';
import type { Field } from './Field';
import { readAlertName, readId, readLabels, readName } from './names';
import { readPercentField } from './objectiveField';
import { readQuery } from './query';
import type { SloAlertSettings, SloDefinition, SloQueries } from './types';

function readSli(sli: Field): SloQueries | undefined {
  sli.allow('events', 'raw', 'plugin');
  const events = sli.at('events');
  const raw = sli.at('raw');
  if (sli.at('plugin').isThere) {
    return sli
      .at('plugin')
      .refuse('"events" or "raw" with queries (plugins are programs)');
  }
  if (events.isThere === raw.isThere) {
    return sli.refuse('either "events" or "raw"');
  }
  if (raw.isThere) {
    raw.allow('error_ratio_query');
    const ratio = readQuery(raw.at('error_ratio_query'));
    return ratio === undefined ? undefined : { kind: 'error-ratio', ratio };
  }
  events.allow('error_query', 'total_query');
  const bad = readQuery(events.at('error_query'));
  const total = readQuery(events.at('total_query'));
  return bad === undefined || total === undefined
    ? undefined
    : { kind: 'bad-and-total', bad, total };
}

/** Settings of both severities; what one says itself wins over what holds for both. */
function readSeverities(alerting: Field): [SloAlertSettings, SloAlertSettings] {
  const labels = readLabels(alerting.at('labels'), readAlertText);
  const annotations = readLabels(alerting.at('annotations'), readAlertText);
  const read = (key: string): SloAlertSettings => {
    const own = alerting.at(key);
    if (own.isMapping()) {
      own.allow('disable', 'labels', 'annotations');
    }
    const disable = own.at('disable');
    if (disable.isThere && typeof disable.value !== 'boolean') {
      disable.refuse('true or false');
    }
    return {
      enabled: disable.value !== true,
      labels: new Map([
        ...labels,
        ...readLabels(own.at('labels'), readAlertText),
      ]),
      annotations: new Map([
        ...annotations,
        ...readLabels(own.at('annotations'), readAlertText),
      ]),
    };
  };
  return [read('page_alert'), read('ticket_alert')];
}

interface Common {
  service: string | undefined;
  labels: ReadonlyMap<string, string>;
  windowDays: number;
  /** Ids that are taken. */
  ids: Set<string>;
}

function readSlo(slo: Field, common: Common): SloDefinition | undefined {
  slo.allow('name', 'description', 'objective', 'labels', 'sli', 'alerting');
  const { service, windowDays } = common;
  const name = readName(slo.at('name'));
  const description = slo.at('description').optionalText('a text');
  const objective = readPercentField(slo.at('objective'));
  const labels = readLabels(slo.at('labels'));
  const queries = readSli(slo.at('sli'));
  const alerting = slo.at('alerting');
  if (alerting.isMapping()) {
    alerting.allow(
      ...['name', 'labels', 'annotations', 'page_alert', 'ticket_alert'],
    );
  }
  const alertName = readAlertName(alerting.at('name'));
  const [page, ticket] = readSeverities(alerting);
  if (
    service === undefined ||
    name === undefined ||
    description === undefined ||
    objective === undefined ||
    queries === undefined ||
    alertName === undefined
  ) {
    return undefined;
  }
  const id = readId(slo.at('name'), { service, name, ids: common.ids });
  if (id === undefined) {
    return undefined;
  }
  return {
    format: 'prometheus/v1',
    id,
    service,
    name,
    description,
    ...objective,
    windowDays,
    labels: new Map([...common.labels, ...labels]),
    queries,
    alertName: alertName || defaultAlertName(service, name),
    page,
    ticket,
  };
}

/** Reads a document of Sloth's `prometheus/v1`, which names no window: it is given. */
export function readSloth(
  document: Field,
  options: Pick<Common, 'windowDays' | 'ids'>,
): SloDefinition[] {
  document.allow('version', 'service', 'labels', 'slos');
  const service = readName(document.at('service'));
  const labels = readLabels(document.at('labels'));
  return document
    .at('slos')
    .items('a list with at least one objective')
    .flatMap(slo => readSlo(slo, { ...options, service, labels }) ?? []);
}
