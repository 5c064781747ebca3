import type { Configuration } from 'openid-client';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  calculatePKCECodeChallenge,
  discovery,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { StaffIdentityPort } from '../app/sign-in/staff-identity-port.ts';
import type { OidcConfig } from '../platform/config.ts';

const PATIENCE_S = 10;
/** Signing in again means now; some seconds go by on the way back. */
const AGAIN_S = 60;

/** Staff by OpenID Connect: authorisation code with PKCE, state and nonce. The provider is looked up when it is first needed. */
export function createOidc({ issuer, clientId, clientSecret, name }: OidcConfig): StaffIdentityPort {
  let known: Promise<Configuration> | null = null;
  const configuration = () => {
    known ??= discover(issuer, clientId, clientSecret);
    // A provider that was away is asked again next time.
    known.catch(() => {
      known = null;
    });
    return known;
  };
  return {
    name,
    async start({ redirectUri, again }) {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(again ? { prompt: 'login', max_age: '0' } : {}),
      });
      return { url: url.href, state, nonce, verifier };
    },
    async finish({ url, redirectUri, flow, again }) {
      // What came back is read as if it came to the address that the provider was told.
      const current = new URL(redirectUri);
      current.search = new URL(url, redirectUri).search;
      const tokens = await authorizationCodeGrant(await configuration(), current, {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.verifier,
        idTokenExpected: true,
        ...(again ? { maxAge: AGAIN_S } : {}),
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider sent no identity');
      return { issuer: claims.iss, subject: claims.sub };
    },
  };
}

function discover(issuer: string, clientId: string, clientSecret: string | null): Promise<Configuration> {
  const url = new URL(issuer);
  const authentication = clientSecret === null ? None() : ClientSecretPost(clientSecret);
  return discovery(url, clientId, undefined, authentication, {
    timeout: PATIENCE_S,
    execute: url.protocol === 'http:' ? [allowInsecureRequests] : [],
  });
}
