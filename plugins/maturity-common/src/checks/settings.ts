import { STACK_ALIASES } from '../entity';
import type { Settings } from './types';

/**
 * What holds without any configuration.
 *
 * @public
 */
export const DEFAULT_SETTINGS: Settings = {
  supportedStacks: [],
  platformGroupTypes: ['platform'],
  teamGroupTypes: [
    'team',
    'squad',
    'product-team',
    'stream-aligned',
    'enabling',
    'complicated-subsystem',
    'platform',
  ],
  scmSlugImpliesCi: false,
  allowUserOwners: false,
  maxMinorLag: 2,
  defaultTier: 2,
  rollUpShare: 0.8,
  regulatedTags: ['pci', 'hipaa', 'sox', 'gdpr', 'fedramp', 'iso27001', 'soc2'],
  stackAliases: STACK_ALIASES,
  sloKeys: [],
  absence: {},
  exemptAnnotations: false,
  exemptions: [],
};
