import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { adviceMessages } from './messages/advice';
import { checkMessages } from './messages/check';
import { checksMessages } from './messages/checks';
import { claimMessages } from './messages/claim';
import { commonMessages } from './messages/common';
import { entityMessages } from './messages/entity';
import { firstRunMessages } from './messages/firstRun';
import { helpMessages } from './messages/help';
import { historyMessages } from './messages/history';
import { operatorMessages } from './messages/operator';
import { overviewMessages } from './messages/overview';
import { servicesMessages } from './messages/services';
import { setMessages } from './messages/set';
import { fixMessages } from './messages/fix';
import { scaffolderMessages } from './messages/scaffolder';
import { sloMessages } from './messages/slo';
import { trendMessages } from './messages/trend';
import { visualMessages } from './messages/visual';
import { weekMessages } from './messages/week';

/**
 * Every text of the plugin, by page; apps translate it under this reference.
 *
 * @public
 */
export const maturityTranslationRef = createTranslationRef({
  id: 'plugin.maturity',
  messages: {
    common: commonMessages,
    visual: visualMessages,
    help: helpMessages,
    check: checkMessages,
    claim: claimMessages,
    overview: overviewMessages,
    services: servicesMessages,
    entity: entityMessages,
    advice: adviceMessages,
    checks: checksMessages,
    set: setMessages,
    operator: operatorMessages,
    firstRun: firstRunMessages,
    history: historyMessages,
    trend: trendMessages,
    week: weekMessages,
    slo: sloMessages,
    scaffolder: scaffolderMessages,
    fix: fixMessages,
  },
});
