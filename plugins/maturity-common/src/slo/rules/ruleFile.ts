import { Document, isNode, Scalar, visit } from 'yaml';
import { alertRules } from '../alerts';
import { sloAlertingRules, type SloAlertingRule } from './alertingRules';
import type { SloLinks } from './links';
import { sloRecordingRules, sloWeighting } from './recordingRules';
import type { SloDefinition } from './types';
import { windowName } from './windowName';

/**
 * A generated file, and what its reader should know about it.
 *
 * @public
 */
export interface GeneratedSloFile {
  text: string;
  /** Sentences: alerts that cannot fire, links that are missing. */
  notes: readonly string[];
}

/** Strings that YAML 1.1 takes for booleans or numbers are quoted: the parser of Prometheus reads it. */
const YAML_VERSION = '1.1';

/** Characters that end a line in YAML 1.1, or begin a stream, and are ordinary ones in YAML 1.2. */
const BREAKS = /[\u0085\u2028\u2029\ufeff]/g;

/** Renders a generated YAML file, which begins with a comment. */
export function renderYaml(document: Document, header: string): string {
  document.commentBefore = header;
  visit(document, {
    Scalar(_key, node) {
      const { value } = node;
      if (typeof value === 'string' && value.search(BREAKS) >= 0) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  // The library leaves them as they are. Now they stand in double quotes or comments only.
  return document
    .toString({ lineWidth: 0, blockQuote: 'literal' })
    .replace(
      BREAKS,
      mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

/** A document for a generated file. */
export function newDocument(value: unknown): Document {
  return new Document(value, {
    version: YAML_VERSION,
    aliasDuplicateObjects: false,
  });
}

/** The names of the rule groups of an objective, in the order of evaluation. */
export function groupNames(slo: SloDefinition): [string, string] {
  return [`slo-recordings-${slo.id}`, `slo-alerts-${slo.id}`];
}

function alertGroups(slo: SloDefinition, alerts: readonly SloAlertingRule[]) {
  return alerts.length === 0
    ? []
    : [
        {
          name: groupNames(slo)[1],
          rules: alerts.map(({ alert, expr, labels, annotations }) => ({
            alert,
            expr,
            labels: Object.fromEntries(labels),
            annotations: Object.fromEntries(annotations),
          })),
        },
      ];
}

function groupsOf(slo: SloDefinition, links: SloLinks) {
  return [
    {
      name: groupNames(slo)[0],
      rules: sloRecordingRules(slo).map(({ record, expr, labels }) => ({
        record,
        expr,
        labels: Object.fromEntries(labels),
      })),
    },
    ...alertGroups(slo, sloAlertingRules(slo, links)),
  ];
}

function notesOf(slo: SloDefinition, links: SloLinks): string[] {
  const silent = alertRules(slo).filter(
    ({ canFire, severity }) => !canFire && slo[severity].enabled,
  );
  const alerts = sloAlertingRules(slo, links);
  const without = (annotation: string) =>
    alerts.some(({ annotations }) => !annotations.has(annotation));
  const subject = `"${slo.id}" (${slo.objective}% over ${windowName(
    slo.windowDays,
  )})`;
  return [
    ...silent.map(
      ({ name, severity }) =>
        `${subject}: the ${severity} over ${name} is left out, because even a total outage would not fire it.`,
    ),
    ...(without('runbook_url')
      ? [`${subject}: alerts have no runbook_url.`]
      : []),
    ...(sloWeighting(slo) === 'time'
      ? [
          `${subject}: the ratio over its window is weighted by time and not by events, because its query gives a finished ratio.`,
        ]
      : []),
  ];
}

/**
 * Prometheus rules of objectives as a YAML file: for each a group of recordings, evaluated in order,
 * and a group of alerts.
 *
 * @throws InputError when an address in `links` is not one of HTTP
 * @public
 */
export function renderSloRules(
  slos: readonly SloDefinition[],
  links: SloLinks = {},
): GeneratedSloFile {
  const document = newDocument({
    groups: slos.flatMap(slo => groupsOf(slo, links)),
  });
  let group = 0;
  for (const slo of slos) {
    const node: unknown = document.getIn(['groups', group], true);
    if (isNode(node)) {
      node.commentBefore = ` ${slo.id}: ${slo.objective}% over ${windowName(
        slo.windowDays,
      )}`;
      node.spaceBefore = group > 0;
    }
    group += groupsOf(slo, links).length;
  }
  return {
    text: renderYaml(
      document,
      ' Generated from an SLO file by "maturity slo rules". Change the SLO file, not this one.',
    ),
    notes: slos.flatMap(slo => notesOf(slo, links)),
  };
}
