import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { checkMessages } from './messages/check';
import { commonMessages } from './messages/common';
import { entityMessages } from './messages/entity';
import { helpMessages } from './messages/help';
import { overviewMessages } from './messages/overview';
import { servicesMessages } from './messages/services';
import { visualMessages } from './messages/visual';

/** Every text of the plugin, by page; apps translate it under this reference. */
export const maturityTranslationRef = createTranslationRef({
  id: 'plugin.maturity',
  messages: {
    common: commonMessages,
    visual: visualMessages,
    help: helpMessages,
    check: checkMessages,
    overview: overviewMessages,
    services: servicesMessages,
    entity: entityMessages,
  },
});
