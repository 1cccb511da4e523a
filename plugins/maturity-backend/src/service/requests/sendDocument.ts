import type { RequestHandler } from 'express';
import { spec } from '../../schema/openapi.generated';

/**
 * Answers with the OpenAPI document, its paths as the portal serves them. The validating router would
 * serve it as one of version 3.0, which it is not.
 */
export function sendDocument(): RequestHandler {
  return (request, response) => {
    const paths = Object.entries(spec.paths).map(([path, item]) => [
      `${request.baseUrl}${path}`,
      item,
    ]);
    response.json({ ...spec, paths: Object.fromEntries(paths) });
  };
}
