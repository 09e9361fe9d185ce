import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "../http/app-env.ts";

const description = [
  "Everything an operator or a machine does with LeadRelay. People sign in and send a session cookie; machines sign each request with an access key.",
  "Another tenant's id is a 404. Lists are newest first and go on with `cursor`; a page may be short and still have a `next_cursor`.",
  "Refusals are problem details (RFC 9457). Every change takes an `Idempotency-Key`.",
].join("\n\n");

/** The two ways to say who asks. */
export function describeSecurity(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "leadrelay.session_token",
    description: "Of a person who signed in at /api/auth/sign-in/email.",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "signature", {
    type: "apiKey",
    in: "header",
    name: "X-LeadRelay-Signature",
    description: "Of a machine, with X-LeadRelay-Key, -Timestamp and -Nonce: docs/signing.md.",
  });
}

/** The API described by OpenAPI 3.1, from the very routes that are served. */
export const openapiDocument = (app: OpenAPIHono<AppEnv>) =>
  app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "LeadRelay", version: "1", description, license: { name: "Apache-2.0" } },
  });
