/** Every way the API refuses, beside those of signatures: its status and its title. The reference lists them. */
export const problemTypes = {
  "not-signed-in": [401, "Sign in first"],
  "wrong-credentials": [401, "E-mail address or password is wrong"],
  "sign-in-again": [401, "Begin again with e-mail address and password"],
  "wrong-password": [403, "The password is wrong"],
  "wrong-code": [403, "The code is wrong"],
  "second-factor-needed": [403, "The second factor's code is needed too"],
  "not-permitted": [403, "You are not permitted to do this"],
  "other-site": [403, "This request comes from another site"],
  "not-found": [404, "There is no such thing here"],
  "method-not-allowed": [405, "This address takes another method"],
  conflict: [409, "It is not in a state that allows this"],
  "changed-meanwhile": [412, "Somebody changed it meanwhile"],
  "too-large": [413, "The body is too large"],
  "not-json": [415, "The body is not JSON"],
  "malformed-request": [400, "The request cannot be read"],
  invalid: [422, "Something in it is not as it should be"],
  "idempotency-key-reused": [422, "This Idempotency-Key was used for another request"],
  "precondition-required": [428, "Say which version you change"],
  "too-many-requests": [429, "Too many tries"],
  "not-available": [503, "Not available at the moment"],
  internal: [500, "Something went wrong inside"],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemType = keyof typeof problemTypes;

/** The address of a problem type: it names it, and the reference describes it. */
export const problemUri = (type: string) => `https://leadrelay.dev/problems/${type}`;
