/**
 * Maturity scorecards in Backstage, for apps of the legacy frontend system.
 *
 * @packageDocumentation
 */
export { maturityApiRef } from './api';
export { isMaturityAvailable } from './isMaturityAvailable';
export {
  EntityMaturityCard,
  EntityMaturityContent,
  EntityMaturitySetContent,
  MaturityOwnerField,
  MaturityPage,
  MaturityRepositoryField,
  MaturityServiceNameField,
  MaturityTierField,
  maturityPlugin,
} from './plugin';
export { MaturityTemplateOutputs } from './scaffolder/TemplateOutputs';
export { maturityTranslationRef } from './translation';
