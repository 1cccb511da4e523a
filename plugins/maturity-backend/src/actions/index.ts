import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import type { MaturityService } from '../service';
import { createExplainCheckAction } from './createExplainCheckAction';
import { createGetAdviceAction } from './createGetAdviceAction';
import { createGetScorecardAction } from './createGetScorecardAction';
import { createListScorecardsAction } from './createListScorecardsAction';

/** Registers every action: tools for agents, steps for templates, commands for terminals. */
export function registerActions(options: {
  registry: ActionsRegistryService;
  service: MaturityService;
  definitions: DefinitionSet;
}): void {
  const { registry, service, definitions } = options;
  createGetScorecardAction(registry, service);
  createListScorecardsAction(registry, service, definitions);
  createExplainCheckAction(registry, service);
  createGetAdviceAction(registry, service);
}
