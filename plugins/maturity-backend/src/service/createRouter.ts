import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import { type Request, Router } from 'express';
import { badgeOf, sendBadge } from './badge';
import type { Endpoints } from './endpoints';
import { explainLostDatabase } from './explainLostDatabase';
import type { MaturityService, RequestOptions } from './MaturityService';
import { parseEntityPath } from './parseEntityPath';
import { parseRollUpsQuery } from './parseRollUpsQuery';
import {
  documentWithHeads,
  explainInvalidRequest,
  keepPrivate,
  refuseHiddenParameters,
  refuseOddIntegers,
  refuseParameters,
  refuseUnknownRoute,
  sendDocument,
} from './requests';
import { scorecardCsv } from './scorecardCsv';
import { sendCsv } from './sendCsv';
import { tellWhenToRetry } from './tellWhenToRetry';
import { parseMemberPage, parseScorecardQuery } from './parseScorecardQuery';

/** What the router needs. */
export interface RouterOptions {
  service: MaturityService;
  httpAuth: HttpAuthService;
  definitions: DefinitionSet;
  /** Whether badges are given to callers without credentials. */
  anonymousBadges?: boolean;
  /** Checks answers against the OpenAPI document, too, which costs time. */
  validateResponses?: boolean;
}

/** The routes of the OpenAPI document. */
export function createRouter(options: RouterOptions): Router {
  const { service, httpAuth, definitions } = options;
  const router =
    createValidatedOpenApiRouterFromGeneratedEndpointMap<Endpoints>(
      documentWithHeads(),
      {
        validatorOptions: {
          // A test looks whether the document is valid, not each process that starts.
          validateApiSpec: false,
          validateResponses: options.validateResponses ?? false,
          // The HTTP router service has refused callers without credentials before.
          validateSecurity: false,
        },
        // No route takes a body, so none is read.
        middleware: [refuseHiddenParameters(), refuseOddIntegers()],
      },
    );
  const caller = async (
    req: Pick<Request, 'headers'> &
      Parameters<HttpAuthService['credentials']>[0],
  ): Promise<RequestOptions> => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
    request: req,
  });

  router.get('/definitions', async (req, res) => {
    res.json(await service.getDefinitions(await caller(req)));
  });
  router.get('/checks/:id', async (req, res) => {
    res.json(await service.getCheck(req.params.id, await caller(req)));
  });
  router.get('/scorecards', async (req, res) => {
    const by = await caller(req);
    const query = parseScorecardQuery(req.query, definitions);
    res.vary('Accept');
    if (req.accepts(['application/json', 'text/csv']) === 'text/csv') {
      const pages = service.exportScorecards(query, by);
      const text = scorecardCsv(pages, definitions);
      await sendCsv(res, { text, filename: 'scorecards.csv' });
      return;
    }
    res.json(await service.listScorecards(query, by));
  });
  router.get('/scorecards/:kind/:namespace/:name', async (req, res) => {
    const by = await caller(req);
    res.json(await service.getScorecard(parseEntityPath(req.params), by));
  });
  router.get('/scorecards/:kind/:namespace/:name/history', async (req, res) => {
    const by = await caller(req);
    const { cursor, limit = 50 } = req.query;
    const before = cursor === undefined ? undefined : Number(cursor);
    const ref = parseEntityPath(req.params);
    res.json(await service.getHistory(ref, { before, limit }, by));
  });
  router.get(
    '/scorecards/:kind/:namespace/:name/badge.svg',
    async (req, res) => {
      const shared = options.anonymousBadges ?? false;
      const credentials = await httpAuth.credentials(req, {
        allow: shared ? ['user', 'service', 'none'] : ['user', 'service'],
      });
      const ref = parseEntityPath(req.params);
      const by = { credentials, request: req };
      const standing = await service.getStanding(ref, by);
      const { track } = req.query;
      const badge = badgeOf({ standing, track, definitions });
      sendBadge(res, badge, { shared });
    },
  );

  router.post(
    '/scorecards/:kind/:namespace/:name/refresh',
    async (req, res) => {
      const by = await caller(req);
      res.json(await service.refreshScorecard(parseEntityPath(req.params), by));
    },
  );
  router.get('/roll-ups', async (req, res) => {
    const by = await caller(req);
    const query = parseRollUpsQuery(req.query);
    res.json(await service.listRollUps(query, by));
  });
  router.get('/roll-ups/:kind/:namespace/:name', async (req, res) => {
    const by = await caller(req);
    const page = parseMemberPage(req.query);
    res.json(await service.getRollUp(parseEntityPath(req.params), page, by));
  });
  router.get('/roll-ups/:kind/:namespace/:name/snapshots', async (req, res) => {
    const by = await caller(req);
    const { days = 90 } = req.query;
    const ref = parseEntityPath(req.params);
    res.json(await service.listRollUpSnapshots(ref, { days }, by));
  });
  router.get('/changes', async (req, res) => {
    const { days = 7, limit = 10 } = req.query;
    res.json(await service.listChanges({ days, limit }, await caller(req)));
  });
  router.get('/snapshots', async (req, res) => {
    const { days = 90, check: checks = [] } = req.query;
    res.json(await service.listSnapshots({ days, checks }, await caller(req)));
  });
  router.get('/advice', async (req, res) => {
    res.json(await service.getAdvice(await caller(req)));
  });
  router.get('/sweeps', async (req, res) => {
    const limit = req.query.limit ?? 20;
    res.json(await service.listSweeps({ limit }, await caller(req)));
  });

  const outer = Router();
  outer.use(keepPrivate());
  outer.use(refuseUnknownRoute());
  outer.get('/openapi.json', refuseParameters(), sendDocument());
  outer.use(router);
  outer.use(explainInvalidRequest());
  outer.use(explainLostDatabase());
  outer.use(tellWhenToRetry());
  return outer;
}
