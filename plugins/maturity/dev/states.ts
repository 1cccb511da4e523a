import type { MaturityApi } from '@backstage-maturity/plugin-maturity-common';
import { NotAllowedError } from '@backstage/errors';
import {
  bareServices,
  failedSweeps,
  firstSweep,
  SampleMaturityApi,
  services,
  type SampleService,
} from './sample';

/** A backend in one condition. */
export interface State {
  name: string;
  api: MaturityApi;
}

// Eighty characters without a place to break.
const LONG =
  'donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';

const longServices: readonly SampleService[] = services.map(service => ({
  ...service,
  // The first keeps its name, because tab and card show it.
  name: service === services[0] ? service.name : `${service.name}-${LONG}`,
  title: `${service.name}-${LONG}`,
  description: LONG,
  owner: `${service.owner}${service === services[0] ? '' : LONG}`,
}));

/** An API whose every call is answered the same way. */
function always(answer: () => Promise<never>): MaturityApi {
  return {
    getDefinitions: answer,
    getCheck: answer,
    listScorecards: answer,
    exportScorecards: answer,
    getScorecard: answer,
    refreshScorecard: answer,
    getHistory: answer,
    listRollUps: answer,
    getRollUp: answer,
    listRollUpSnapshots: answer,
    listSnapshots: answer,
    listChanges: answer,
    getBadgeUrl: answer,
    getAdvice: answer,
    listSweeps: answer,
  };
}

/** Every condition in which a page may find the backend. */
export const states: readonly State[] = [
  { name: 'as usual', api: new SampleMaturityApi() },
  {
    name: 'long names',
    api: new SampleMaturityApi({ services: longServices }),
  },
  { name: 'first run', api: new SampleMaturityApi({ services: bareServices }) },
  { name: 'empty catalog', api: new SampleMaturityApi({ services: [] }) },
  {
    name: 'first reading under way',
    api: new SampleMaturityApi({ services: [], sweeps: firstSweep }),
  },
  {
    name: 'catalog unreadable',
    api: new SampleMaturityApi({ sweeps: failedSweeps }),
  },
  {
    name: 'mistakes in the configuration',
    api: new SampleMaturityApi({
      problems: [
        {
          path: 'maturity.checks.threat-model.weight',
          value: '"heavy"',
          expected: 'a whole number from 1 to 100',
          check: 'threat-model',
        },
        {
          path: `maturity.tracks.${LONG}`,
          value: LONG,
          expected: 'the id of a track',
        },
      ],
    }),
  },
  { name: 'loading', api: always(() => new Promise<never>(() => {})) },
  {
    name: 'failing',
    api: always(() => Promise.reject(new Error('The database is away.'))),
  },
  {
    name: 'not allowed',
    api: always(() => Promise.reject(new NotAllowedError('Not for you.'))),
  },
];
