import { z, type RouteConfig } from "@hono/zod-openapi";
import type { AccessRule } from "../access/access.ts";
import { permissionMeanings } from "../access/permissions.ts";
import { problemSchema } from "../problems/problem-schema.ts";
import { problemTypes, type ProblemType } from "../problems/problem-types.ts";
import type { Endpoint } from "./endpoint.ts";

/** An operation as OpenAPI describes it, with all that every operation has: who may call it, what it may be refused with. */
export function describeEndpoint(endpoint: Endpoint): RouteConfig {
  const { access, answer, body, params, query, operationId, tag, summary, method } = endpoint;
  const status = (endpoint.kind === "change" && endpoint.status) || 200;
  const content = { "application/json": { schema: answer } };
  const mayReplace = endpoint.kind === "change" && endpoint.mayReplace === true;
  return {
    method,
    path: endpoint.path,
    operationId,
    tags: [tag],
    summary,
    description: [endpoint.description, describeAccess(access)].filter(Boolean).join("\n\n"),
    "x-access": access,
    security: access === "everyone" ? [] : [{ session: [] }, { signature: [] }],
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(endpoint.kind === "change" ? { headers: changeHeaders(endpoint.versioned === true) } : {}),
      ...(body === undefined
        ? {}
        : { body: { required: true, content: { "application/json": { schema: body } } } }),
    },
    responses: {
      [status]: { description: "Done", content },
      ...(mayReplace ? { 200: { description: "It was there, and was replaced", content } } : {}),
      ...describeRefusals(endpoint),
    },
  };
}

function describeAccess(access: AccessRule): string {
  if (access === "everyone") return "For everyone.";
  if (access === "signed-in") return "For everyone who is signed in.";
  return `Needs \`${access.permission}\`: to ${permissionMeanings[access.permission]}.`;
}

const changeHeaders = (versioned: boolean) =>
  z.object({
    "idempotency-key": z.string().optional().openapi({
      description:
        "The same request under the same key is done once; remembered for 24 hours. Who may do less since is answered 403, not the answer of then.",
    }),
    ...(versioned
      ? {
          "if-match": z
            .string()
            .optional()
            .openapi({ description: "The ETag you read, or `*`. Without it the answer is 428." }),
        }
      : {}),
  });

function describeRefusals(endpoint: Endpoint) {
  const types: ProblemType[] = ["malformed-request", "not-found", "too-many-requests", "not-available"];
  if (endpoint.access !== "everyone") types.push("not-signed-in", "not-permitted");
  if (endpoint.kind === "change") types.push("conflict");
  if (endpoint.kind === "change" || endpoint.body !== undefined)
    types.push("too-large", "not-json", "invalid");
  if (endpoint.kind === "change" && endpoint.versioned === true)
    types.push("changed-meanwhile", "precondition-required");
  return Object.fromEntries(
    types.map((type) => {
      const [status, title] = problemTypes[type];
      return [
        status,
        { description: title, content: { "application/problem+json": { schema: problemSchema } } },
      ];
    }),
  );
}
