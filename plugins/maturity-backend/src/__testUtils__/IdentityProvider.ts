import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import {
  type BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express from 'express';

const HOUR_S = 3_600;

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function subjectOf(authorization: string | undefined): string {
  const payload = authorization?.split('.').at(1) ?? '';
  const claims: unknown = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  );
  return typeof claims === 'object' && claims !== null && 'sub' in claims
    ? String(claims.sub)
    : '';
}

/**
 * Stands where a portal has its sign-in: it signs tokens as the real one does, so that the real auth
 * services verify them, and tells with what each user owns.
 */
export class IdentityProvider {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomUUID();
  readonly #claims: Readonly<Record<string, readonly string[]>>;

  constructor(claims: Readonly<Record<string, readonly string[]>>) {
    this.#claims = claims;
  }

  /** The value of the header `Authorization` for a signed-in user. */
  header(userEntityRef: string): string {
    const iat = Math.floor(Date.now() / 1000);
    const payload = { sub: userEntityRef, iat, exp: iat + HOUR_S };
    // By this signature a plugin proves for whom it asks, without holding the token itself.
    const limited = this.#sign('vnd.backstage.limited-user', payload);
    const token = this.#sign('vnd.backstage.user', {
      ...payload,
      iss: 'test',
      aud: 'backstage',
      ent: this.#ownership(userEntityRef),
      uip: limited.split('.')[2],
    });
    return `Bearer ${token}`;
  }

  /** The plugin `auth`: keys, and what a user owns with. */
  get feature(): BackendFeature {
    return createBackendPlugin({
      pluginId: 'auth',
      register: env =>
        env.registerInit({
          deps: { httpRouter: coreServices.httpRouter },
          init: async ({ httpRouter }) => {
            const router = express.Router();
            router.get('/.well-known/jwks.json', (_, res) => {
              res.json({ keys: [this.#publicKey()] });
            });
            router.get('/v1/userinfo', (req, res) => {
              const sub = subjectOf(req.headers.authorization);
              res.json({ claims: { sub, ent: this.#ownership(sub) } });
            });
            for (const path of ['/.well-known/jwks.json', '/v1/userinfo']) {
              httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
            }
            httpRouter.use(router);
          },
        }),
    });
  }

  #ownership(userEntityRef: string): string[] {
    return [userEntityRef, ...(this.#claims[userEntityRef] ?? [])];
  }

  #publicKey(): object {
    const jwk = this.#keys.publicKey.export({ format: 'jwk' });
    return { ...jwk, kid: this.#id, alg: 'ES256' };
  }

  #sign(typ: string, payload: object): string {
    const header = { typ, alg: 'ES256', kid: this.#id };
    const text = `${encode(header)}.${encode(payload)}`;
    const signature = sign('sha256', Buffer.from(text), {
      key: this.#keys.privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return `${text}.${signature.toString('base64url')}`;
  }
}
