import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';

/** Keeps how audited events ended. */
export class CapturedAudit {
  readonly events: {
    event: string;
    meta: unknown;
    path: string | undefined;
    outcome: string;
  }[] = [];

  get factory() {
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ eventId: event, meta, request }) => {
        const keep = (outcome: string, more?: object) => {
          this.events.push({
            event,
            meta: { ...meta, ...more },
            path: request?.path,
            outcome,
          });
        };
        return {
          success: async options => keep('success', options?.meta),
          fail: async options => keep(options.error.name, options.meta),
        };
      },
    });
    return createServiceFactory({
      service: coreServices.auditor,
      deps: {},
      factory: () => auditor,
    });
  }
}
