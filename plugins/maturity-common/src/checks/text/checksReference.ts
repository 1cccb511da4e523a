import { BUILT_IN_CHECKS } from '../builtInChecks';
import { BUILT_IN_TRACKS } from '../tracks';
import type { CheckDefinition, Track } from '../types';
import { APPLICABILITY_TEXTS, applicabilityText } from './applicabilityText';
import { generatedPage, row } from './markdown';

const PLACES: Readonly<Record<string, string>> = {
  system: 'its System',
  domain: 'its Domain',
  owner: 'its owner and the groups above',
};

function absentText(absent: 'fail' | 'unknown'): string {
  return absent === 'fail'
    ? 'fails, because the catalog is the natural home of this fact'
    : 'unknown, because the practice may exist unseen';
}

function placeWords(place: string): string {
  return Object.hasOwn(PLACES, place) ? PLACES[place] : place;
}

function checkSection(definition: CheckDefinition): string[] {
  const { observed, inherits, claims, deprecatedBy } = definition;
  const lines = [
    `Applies to: ${applicabilityText(definition.applies)}`,
    `Looks at: ${definition.decides}`,
    ...(observed ? [`Seen in a repository: ${observed}`] : []),
    ...(inherits.length > 0
      ? [`Inherits from: ${inherits.map(placeWords).join(', then ')}`]
      : []),
    `Passes: ${definition.passes}`,
    `Fails: ${definition.fails}`,
    `Without evidence: ${absentText(definition.absent)}`,
    `Remedy: ${definition.remedy}`,
    `Source: ${definition.source}`,
    ...(claims.length > 0 ? [`Claims: ${claims.join(', ')}`] : []),
    ...(deprecatedBy ? [`Retired; see \`${deprecatedBy}\``] : []),
  ];
  return [
    `#### ${definition.id}`,
    '',
    `**${definition.title}** (weight ${definition.weight}, ${definition.nature})`,
    '',
    ...lines.map(line => `- ${line}`),
    '',
  ];
}

function trackSection(
  track: Track,
  definitions: readonly CheckDefinition[],
): string[] {
  const levels = track.levels.flatMap((name, index) => {
    const level = index + 1;
    const members = definitions.filter(each => each.level === level);
    return members.length === 0
      ? []
      : [
          `### ${track.title}, level ${level}: ${name}`,
          '',
          ...members.flatMap(checkSection),
        ];
  });
  return [`## ${track.title}`, '', track.purpose, '', ...levels];
}

/**
 * The reference page of the built-in checks by track and level, as Markdown.
 *
 * @public
 */
export function checksReference(): string {
  const definitions = BUILT_IN_CHECKS.map(check => check.definition);
  return [
    ...generatedPage('Checks'),
    row('track', 'checks', 'levels'),
    row('---', '---', '---'),
    ...BUILT_IN_TRACKS.map(track =>
      row(
        track.title,
        String(definitions.filter(each => each.track === track.id).length),
        track.levels.join(', '),
      ),
    ),
    '',
    'Ids of checks never change, because configuration, exemptions and links name them. Claims are the numbers of the statements about DevOps, SRE and Platform Engineering that a check embodies.',
    '',
    '## Where checks apply',
    '',
    row('code', 'applies to'),
    row('---', '---'),
    ...[...APPLICABILITY_TEXTS].map(([code, text]) => row(`\`${code}\``, text)),
    '',
    'Whatever the code says, experimental components answer only for level 1 of DevOps and Platform Engineering, and deprecated ones only for level 1.',
    '',
    ...BUILT_IN_TRACKS.flatMap(track =>
      trackSection(
        track,
        definitions.filter(each => each.track === track.id),
      ),
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
