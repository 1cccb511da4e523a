import type request from 'supertest';
import {
  type ACTIONS,
  type Caller,
  CALLERS,
  COUNTED,
  counts,
  expectedOfAction,
  FORBIDDEN,
  type ROUTES,
  told,
} from './accessMatrix';

/** How the matrix reaches a running backend. */
export interface AccessDoor {
  /** Asks for a path below the plugin's own as one of the callers. */
  route(
    asked: { method: 'GET' | 'POST'; path: string; accept: string },
    caller: Caller,
  ): Promise<request.Response>;
  /** Calls an action as one of the callers. */
  action(body: object, caller: Caller): Promise<request.Response>;
}

/** Asks for a route and compares what the caller is told with the matrix. */
export async function expectRoute(
  door: AccessDoor,
  asked: { caller: Caller; row: (typeof ROUTES)[number] },
): Promise<void> {
  const { caller, row } = asked;
  const [route, statuses] = row;
  const [method, path] = route.split(' ');
  const answer = await door.route(
    {
      method: method === 'POST' ? 'POST' : 'GET',
      path,
      accept: method === 'CSV' ? 'text/csv' : 'application/json',
    },
    caller,
  );
  const text = told(answer, path);

  expect(answer.status).toBe(statuses[CALLERS.indexOf(caller)]);
  for (const word of FORBIDDEN[caller]) expect(text).not.toContain(word);
  for (const count of counts(answer.body)) {
    expect(count).toBeLessThanOrEqual(COUNTED[caller]);
  }
}

/** Calls an action and compares what the caller is told with the matrix. */
export async function expectAction(
  door: AccessDoor,
  asked: { caller: Caller; row: (typeof ACTIONS)[number] },
): Promise<void> {
  const { caller, row } = asked;
  const [name, input, word] = row;
  const answer = await door.action(
    {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: `maturity.${name}`, arguments: input },
    },
    caller,
  );
  const expected = expectedOfAction(caller, { name, word });
  // The refusal repeats the reference that was asked for.
  const text = answer.text.split('component:default/classified-api').join('');

  expect(answer.status).toBe(expected.status);
  for (const part of expected.present) expect(answer.text).toContain(part);
  for (const part of expected.absent) expect(text).not.toContain(part);
}
