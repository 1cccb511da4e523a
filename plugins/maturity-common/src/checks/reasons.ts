import type { Status } from './types';

/**
 * A reason code as data: the status that it explains and its sentence in English.
 *
 * @public
 */
export interface ReasonText {
  status: Status;
  /** `{{name}}` stands for the detail of that name; a list is joined by the renderer. */
  text: string;
}

const PASS = {
  observed: 'Seen in the repository: "{{value}}" in {{source}}.',
  linked: 'Linked by {{source}}: "{{value}}".',
  declared: 'Declared by {{source}}: "{{value}}".',
  inherited: 'Set on {{from}} by {{source}}: "{{value}}".',
  related: 'The catalog holds the relation {{source}} to {{value}}.',
  recent: 'Last done on {{date}}.',
  described:
    'It has a useful description and the lifecycle "{{lifecycle}}" is known.',
  healthy:
    'It is no orphan, and nothing in its entry dangles or reports errors.',
  independent: 'It is declared to depend on nothing.',
  'indicators-implied': 'Its SLO names the indicators {{indicators}}.',
  aligned:
    'Each of its {{count}} dependencies declares tier {{tier}} or a more critical one.',
  'stricter-slo': 'Each promise of its SLA has a stricter objective behind it.',
  'all-parts': 'Everything that is asked for is there: {{parts}}.',
  'all-resources': 'Each of its {{count}} resources meets the rule.',
  documented: 'Each of its {{count}} APIs has a definition.',
  originates: 'It follows the golden path {{template}}.',
  'supported-stack': 'Its stack {{stack}} has a supported golden path.',
  current:
    'Its version {{version}} keeps up with version {{latest}} of {{template}}.',
  'platform-used': 'It builds on {{targets}}.',
} as const;

const FAIL = {
  missing: 'Nothing was found. Looked for: {{sources}}.',
  negative: '{{source}} says "{{value}}".',
  placeholder: '{{source}} still holds the placeholder "{{value}}".',
  unrecognised:
    '{{source}} says "{{value}}", which is not one of: {{expected}}.',
  insufficient: '{{source}} says "{{value}}", which is not enough.',
  malformed: '{{source}} says "{{value}}", but {{expected}} was expected.',
  'malformed-slo':
    '{{source}} cannot be read at position {{position}}: found "{{found}}", expected {{expected}}.',
  'out-of-range': '{{source}} says {{value}}, but {{expected}} is needed.',
  future: '{{source}} names {{date}}, which is still to come.',
  stale: '{{source}} names {{date}}; it may be at most {{limit}} days ago.',
  incomplete: '{{source}} leaves out: {{absent}}.',
  contradicted:
    '{{source}} says "{{value}}", but the repository shows otherwise: {{observed}}.',
  dangling: 'Not found in the catalog: {{targets}}.',
  'user-owner': 'Only people own it, and no team: {{targets}}.',
  'local-location':
    '{{source}} is only a local path, "{{value}}", and no version control was seen there.',
  'part-missing': 'Only a part is there. Still missing: {{absent}}.',
  'partly-declared':
    'Only some of its resources declare it. Still missing: {{targets}}.',
  'flag-and-relations':
    '{{source}} says that it depends on nothing, yet it has dependencies: {{targets}}.',
  'weaker-dependency':
    'It works at tier {{tier}} and rests on something less critical: {{targets}}.',
  'weaker-slo':
    'No stricter SLO stands behind these promises of the SLA: {{promises}}.',
  'no-definition': 'These APIs have no definition: {{targets}}.',
  ownerless: 'These resources have no owner: {{targets}}.',
  'short-description':
    'Its description has {{length}} characters; at least {{minimum}} are needed.',
  orphan: 'No location refers to its catalog file any more.',
  'catalog-errors': 'The catalog reports errors for it: {{messages}}.',
  'unsupported-stack':
    'Its stack {{stack}} has no supported golden path. Supported: {{supported}}.',
  behind:
    'Its version {{version}} is too far behind version {{latest}} of {{template}}.',
  'platform-unused':
    'The catalog offers platform services and it builds on none of them.',
} as const;

const UNKNOWN = {
  'no-evidence': 'Nothing is known about it. Looked for: {{sources}}.',
  'outside-graph':
    'It depends on something outside the files that were read: {{targets}}.',
  error: 'It could not be evaluated: {{message}}',
  'no-valid-slo': 'It is declared, but the service has no valid SLO.',
  'spec-unread': 'Its SLO is only in a file that was not read: {{source}}.',
  'tier-undeclared': 'These dependencies declare no tier: {{targets}}.',
  'template-unversioned': 'The template {{template}} declares no version.',
  ahead:
    'Its version {{version}} is of a later generation than version {{latest}} of {{template}}.',
} as const;

const NOT_APPLICABLE = {
  'not-a-component': 'Only components are scored.',
  experimental: 'It is experimental, where only the first level is asked for.',
  deprecated: 'It is deprecated, where only the first level is asked for.',
  documentation: 'It is documentation, not code.',
  'not-runtime': 'Its type "{{type}}" does not run by itself.',
  tier: 'It works at tier {{tier}}; this is asked of tiers {{tiers}}.',
  'not-api': 'Components of the type "{{type}}" need not provide an API.',
  'no-api': 'It is declared to provide no API.',
  'not-regulated': 'No regulation is declared for it.',
  'not-ml': 'It is no machine learning component.',
  'no-sla': 'It promises no SLA.',
  'no-resources': 'It depends on no resource.',
  'not-shared': 'It is not a library that several teams share.',
  announced: 'This check starts to count on {{from}}.',
} as const;

const EXEMPT = {
  exempt: 'It is exempt until {{until}}: {{waiver}}',
} as const;

type CodesOf<T> = keyof T & string;
/** @public */
export type PassReason = CodesOf<typeof PASS>;
/** @public */
export type FailReason = CodesOf<typeof FAIL>;
/** @public */
export type UnknownReason = CodesOf<typeof UNKNOWN>;
/** @public */
export type NotApplicableReason = CodesOf<typeof NOT_APPLICABLE>;

/**
 * Every code that explains a result.
 *
 * @public
 */
export type ReasonCode =
  | PassReason
  | FailReason
  | UnknownReason
  | NotApplicableReason
  | CodesOf<typeof EXEMPT>;

function texts(
  status: Status,
  sentences: Readonly<Record<string, string>>,
): [string, ReasonText][] {
  return Object.entries(sentences).map(([code, text]) => [
    code,
    { status, text },
  ]);
}

/**
 * The closed list of reason codes, with the status that each explains and its sentence.
 *
 * @public
 */
export const REASONS: ReadonlyMap<string, ReasonText> = new Map([
  ...texts('pass', PASS),
  ...texts('fail', FAIL),
  ...texts('unknown', UNKNOWN),
  ...texts('not-applicable', NOT_APPLICABLE),
  ...texts('exempt', EXEMPT),
]);
