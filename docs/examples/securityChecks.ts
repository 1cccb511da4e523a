import { createBackendModule } from '@backstage/backend-plugin-api';
import type {
  Check,
  Decision,
  Track,
} from '@backstage-maturity/plugin-maturity-common';
import { maturityChecksExtensionPoint } from '@backstage-maturity/plugin-maturity-node';

const security: Track = {
  id: 'security',
  title: 'Security',
  purpose: 'Is it hard to break in?',
  levels: ['Basic', 'Hardened', 'Proven'],
  builtIn: false,
};

const KEY = 'acme.com/threat-model';

const threatModel: Check = {
  definition: {
    id: 'threat-model',
    title: 'A threat model exists',
    track: 'security',
    level: 1,
    weight: 3,
    applies: 'every production Component',
    decides: `\`${KEY}\``,
    passes: 'it links a threat model',
    fails: 'no link, or not an address',
    absent: 'fail',
    source: 'Security handbook of Acme',
    remedy: `Write a threat model and link it in \`${KEY}\`.`,
    inherits: [],
    claims: [],
    nature: 'cultural',
    builtIn: false,
  },
  notApplicable: view =>
    view.lifecycle === 'production' ? undefined : { reason: view.lifecycle },
  decide: (view): Decision => {
    const value = view.read(KEY);
    if (value.state !== 'value') {
      return { status: 'fail', reason: 'missing', details: { sources: [KEY] } };
    }
    return {
      status: 'pass',
      reason: 'linked',
      details: { source: KEY, value: value.value },
      evidence: [
        { strength: 'linked', source: KEY, value: value.value, from: null },
      ],
    };
  },
};

/** Adds a track and a check of it. */
export default createBackendModule({
  pluginId: 'maturity',
  moduleId: 'security-checks',
  register(reg) {
    reg.registerInit({
      deps: { maturity: maturityChecksExtensionPoint },
      async init({ maturity }) {
        maturity.addTracks(security);
        maturity.addChecks(threatModel);
      },
    });
  },
});
