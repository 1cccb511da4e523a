import { reasonText } from '@backstage-maturity/plugin-maturity-common';
import type {
  CheckResult,
  DefinitionSet,
} from '@backstage-maturity/plugin-maturity-common';
import { jsonText } from '../terminal/controlCharacters';
import { sarifText } from './sarifText';
import type { ScoredEntity } from './ScoredEntity';

/** Open checks as SARIF 2.1.0: failed ones are warnings, unknown ones notes, at the entity's place in its file. */
export function scoreSarif(
  scored: readonly ScoredEntity[],
  definitions: DefinitionSet,
): string {
  const ids = definitions.checks.map(({ definition }) => definition.id);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'maturity',
            informationUri:
              'https://github.com/backstage-maturity/backstage-maturity',
            properties: { definitionVersion: definitions.version },
            rules: definitions.checks.map(({ definition }) => ({
              id: definition.id,
              shortDescription: { text: definition.title },
              fullDescription: {
                text: `Passes: ${definition.passes}. Fails: ${definition.fails}.`,
              },
              help: { text: definition.remedy },
              properties: {
                track: definition.track,
                level: definition.level,
                weight: definition.weight,
              },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: scored.flatMap(entity =>
          entity.card.results.flatMap(result => {
            const level = levelOf(result);
            return level === undefined
              ? []
              : [
                  sarifResult(entity, {
                    result,
                    level,
                    ruleIndex: ids.indexOf(result.check),
                  }),
                ];
          }),
        ),
      },
    ],
  };
  return jsonText(log);
}

function levelOf({ status }: CheckResult): 'warning' | 'note' | undefined {
  switch (status) {
    case 'fail':
      return 'warning';
    case 'unknown':
      return 'note';
    case 'pass':
    case 'not-applicable':
    case 'exempt':
      return undefined;
    default: {
      const never: never = status;
      return never;
    }
  }
}

function sarifResult(
  entity: ScoredEntity,
  options: {
    result: CheckResult;
    level: 'warning' | 'note';
    ruleIndex: number;
  },
) {
  const { result, level, ruleIndex } = options;
  const { entityRef } = entity.card;
  return {
    ruleId: result.check,
    ruleIndex,
    level,
    message: {
      text: sarifText(`${entityRef}: ${reasonText(result)} ${result.remedy}`),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: entity.file.split('/').map(encodeURIComponent).join('/'),
          },
          region: { startLine: entity.line },
        },
        logicalLocations: [{ fullyQualifiedName: entityRef, kind: 'resource' }],
      },
    ],
    // Stays the same while the entity moves inside its file or to another one.
    partialFingerprints: {
      'entityAndCheck/v1': `${entityRef}#${result.check}`,
    },
  };
}
