import * as z from "zod/mini";
import { exampleKeyFile } from "../../src/google/example-key-file.ts";

const claims = z.object({
  iss: z.string(),
  scope: z.string(),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
});

/** Google's tokens for the example's service account. */
export class GoogleTokens {
  readonly #scope: string;
  /** So many were given; the last one is good. */
  given = 0;

  constructor(scope: string) {
    this.#scope = scope;
  }

  async answer(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    const [head = "", body = "", signature = ""] = (form.get("assertion") ?? "").split(".");
    const { iss, scope, aud, iat, exp } = claims.parse(JSON.parse(text(body)));
    const isRight =
      form.get("grant_type") === "urn:ietf:params:oauth:grant-type:jwt-bearer" &&
      scope === this.#scope &&
      aud === "https://oauth2.googleapis.com/token" &&
      exp - iat <= 3_600 &&
      (await isSigned(`${head}.${body}`, signature));
    if (!isRight || !iss.endsWith(".gserviceaccount.com"))
      return Response.json(
        { error: "invalid_grant", error_description: "Invalid JWT Signature." },
        { status: 400 },
      );
    this.given += 1;
    return Response.json({ access_token: `ya29.${this.given}`, expires_in: 3_599, token_type: "Bearer" });
  }

  letsIn = (request: Request): boolean =>
    request.headers.get("authorization") === `Bearer ya29.${this.given}`;
}

const text = (base64Url: string) => atob(base64Url.replaceAll("-", "+").replaceAll("_", "/"));

/** By the public half of the example's key. */
async function isSigned(signed: string, signature: string): Promise<boolean> {
  const { private_key } = z.object({ private_key: z.string() }).parse(JSON.parse(exampleKeyFile));
  const der = Uint8Array.from(atob(private_key.replaceAll(/-----[A-Z ]+-----|\s/g, "")), (char) =>
    char.charCodeAt(0),
  );
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const whole = await crypto.subtle.importKey("pkcs8", der, algorithm, true, ["sign"]);
  const { n = "", e = "", kty = "" } = await crypto.subtle.exportKey("jwk", whole);
  const open = await crypto.subtle.importKey("jwk", { n, e, kty }, algorithm, false, ["verify"]);
  const bytes = Uint8Array.from(text(signature), (char) => char.charCodeAt(0));
  return crypto.subtle.verify(algorithm.name, open, bytes, new TextEncoder().encode(signed));
}
