import { OpenAPIHono } from "@hono/zod-openapi";
import { describeEndpoint } from "../endpoint/describe-endpoint.ts";
import { endpoints } from "../endpoints.ts";
import { authPaths } from "../sign-in/auth-document.ts";

const description = [
  "Everything an operator or a machine does with LeadRelay. People sign in with `POST /api/auth/sign-in/email` and send the session cookie; every change made with it also needs an `Origin` header that names this server. Machines sign each request with an access key.",
  "Another tenant's id is a 404. Lists are newest first and go on with `cursor`; a page may be short and still have a `next_cursor`.",
  "Refusals are problem details (RFC 9457). Every change takes an `Idempotency-Key`.",
].join("\n\n");

/** The API described by OpenAPI 3.1, from the very operations that are served. */
export function openapiDocument() {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono();
  openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "leadrelay.session_token",
    description:
      "Of a person who signed in at /api/auth/sign-in/email; over https its name begins with __Secure-.",
  });
  openAPIRegistry.registerComponent("securitySchemes", "signature", {
    type: "apiKey",
    in: "header",
    name: "X-LeadRelay-Signature",
    description: "Of a machine, with X-LeadRelay-Key, -Timestamp and -Nonce: docs/signing.md.",
  });
  for (const path of authPaths) openAPIRegistry.registerPath(path);
  for (const endpoint of endpoints) openAPIRegistry.registerPath(describeEndpoint(endpoint));
  return getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "LeadRelay", version: "1", description, license: { name: "Apache-2.0" } },
  });
}
