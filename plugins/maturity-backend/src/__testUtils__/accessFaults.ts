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

/** Asks for a route and gives what the caller is told against the matrix. */
export async function faultsOfRoute(
  door: AccessDoor,
  asked: { caller: Caller; row: (typeof ROUTES)[number] },
): Promise<string[]> {
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

  return [
    ...faultOfStatus(answer.status, statuses[CALLERS.indexOf(caller)]),
    ...FORBIDDEN[caller]
      .filter(word => text.includes(word))
      .map(word => `tells of "${word}"`),
    ...counts(answer.body)
      .filter(count => count > COUNTED[caller])
      .map(count => `counts ${count}`),
  ];
}

function faultOfStatus(status: number, expected: number): string[] {
  return status === expected ? [] : [`has the status ${status}`];
}

/** Calls an action and gives what the caller is told against the matrix. */
export async function faultsOfAction(
  door: AccessDoor,
  asked: { caller: Caller; row: (typeof ACTIONS)[number] },
): Promise<string[]> {
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

  return [
    ...faultOfStatus(answer.status, expected.status),
    ...expected.present
      .filter(part => !answer.text.includes(part))
      .map(part => `does not tell "${part}"`),
    ...expected.absent
      .filter(part => text.includes(part))
      .map(part => `tells of "${part}"`),
  ];
}
