import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import express from 'express';
import request from 'supertest';
import { spec } from './openapi.generated';

/** How a router answers that looks first whether its document is valid. */
async function answerWith(document: typeof spec): Promise<number> {
  const router = createValidatedOpenApiRouter(document, {
    validatorOptions: { validateApiSpec: true },
  });
  const { status } = await request(express().use(router)).get('/openapi.json');
  return status;
}

describe('The OpenAPI document', () => {
  it('is valid', async () => {
    expect(await answerWith(structuredClone(spec))).toBe(200);
  });

  it('would be refused if it were not', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation();
    const broken = { ...structuredClone(spec), info: undefined };
    expect(await answerWith(JSON.parse(JSON.stringify(broken)))).toBe(500);
    log.mockRestore();
  });
});
