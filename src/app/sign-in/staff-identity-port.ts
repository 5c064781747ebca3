/** What is remembered between leaving for the provider and coming back. */
export type IdentityFlow = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Whom a provider vouches for. */
export type VouchedIdentity = { readonly issuer: string; readonly subject: string };

/** The OpenID provider of an organisation's staff. Throws when it cannot be reached or its answer does not hold. */
export type StaffIdentityPort = {
  readonly name: string;
  /** Where to send the browser. With `again` the provider asks for the person anew, however fresh its own visit is. */
  start(request: {
    readonly redirectUri: string;
    readonly again: boolean;
  }): Promise<IdentityFlow & { readonly url: string }>;
  /** What the browser came back with, checked against what it left with. */
  finish(answer: {
    readonly url: string;
    readonly redirectUri: string;
    readonly flow: IdentityFlow;
    readonly again: boolean;
  }): Promise<VouchedIdentity>;
};
