import type { Authenticate } from "@leadrelay/client/create-client";
import { signRequest } from "@leadrelay/signing/request-signature/sign-request";
import type { StoredCredential } from "../credentials/credentials-file.ts";
import { usageFailure } from "../exit/failure.ts";
import type { Outside } from "../outside/outside.ts";

const nonceBytes = 16;

/** Whoever asks an installation: with a credential, or as nobody in particular, which few operations take. */
export type Asker = StoredCredential | { kind: "nobody"; url: string };

/** Says who asks: by the session's cookie, or by signing the request. A change also gets the key by which it is done once. */
export const authenticateWith =
  (asker: Asker, outside: Pick<Outside, "now" | "randomHex">): Authenticate =>
  async (request) => {
    const headers = new Headers(request.headers);
    if (request.method !== "GET" && !headers.has("idempotency-key"))
      headers.set("idempotency-key", outside.randomHex(nonceBytes));
    for (const [name, value] of Object.entries(await proof(asker, request, outside)))
      headers.set(name, value);
    return new Request(request, { headers });
  };

async function proof(
  asker: Asker,
  request: Request,
  { now, randomHex }: Pick<Outside, "now" | "randomHex">,
): Promise<Record<string, string>> {
  if (asker.kind === "nobody") return {};
  // The API takes a cookie's change only from its own pages, and from callers that say so.
  if (asker.kind === "session") return { cookie: asker.cookie, origin: asker.url };
  try {
    return await signRequest({
      keyId: asker.key_id,
      secret: asker.secret,
      method: request.method,
      url: request.url,
      body: await request.clone().arrayBuffer(),
      timestamp: Math.floor(now() / 1_000),
      nonce: randomHex(nonceBytes),
    });
  } catch (error) {
    if (error instanceof RangeError)
      throw usageFailure(`${error.message}.`, "check LEADRELAY_KEY_ID and LEADRELAY_KEY_SECRET.");
    throw error;
  }
}
