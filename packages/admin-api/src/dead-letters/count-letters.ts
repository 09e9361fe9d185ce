import { z } from "@hono/zod-openapi";
import { narrowScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { idQuery } from "../pages/time-query.ts";
import { countOpenLetters } from "./count-open-letters.ts";

export const countLetters = readEndpoint({
  path: "/api/dead-letter-counts",
  operationId: "countDeadLetters",
  tag: "Dead letters",
  summary: "Count open dead letters",
  description: "A row is read for each kind of letter of each client, however many letters there are.",
  access: { permission: "leads:read" },
  query: z.strictObject({ client_id: idQuery }),
  answer: z
    .object({
      open: z.int(),
      by_kind: z.array(z.object({ kind: z.string(), count: z.int() })),
    })
    .openapi("DeadLetterCounts"),
  async handle({ query, access, dependencies }) {
    const scope = narrowScope(access.scope, query.client_id);
    const { total, by_kind } = await countOpenLetters(scope, dependencies);
    return { body: { open: total, by_kind } };
  },
});
