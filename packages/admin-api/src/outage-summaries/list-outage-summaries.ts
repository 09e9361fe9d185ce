import { z } from "@hono/zod-openapi";
import { kvPrefixes } from "@leadrelay/contracts/kv-keys";
import { narrowScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { ownersOf } from "../kept-in-kv/owners-of.ts";
import { parseSummary, sentOf } from "../kept-in-kv/parse-summary.ts";
import { readKeptPage } from "../kept-in-kv/read-kept-page.ts";
import { foreignCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { openCursor, sealCursor } from "../pages/sealed-cursor.ts";
import { idQuery } from "../pages/time-query.ts";

const summarySchema = z
  .object({
    submission_id: z.string(),
    client_id: z.string().nullable(),
    form_key: z.string(),
    tries: z.int().openapi({ description: "Failed tries to store it." }),
    error: z.string().openapi({ description: "Of the last try." }),
    sent: z
      .array(z.object({ destination_id: z.string(), outcome: z.string() }))
      .openapi({ description: "How the last send made without the database ended." }),
    received_at: z.int().openapi({ description: "Milliseconds UTC." }),
    failed_at: z.int(),
  })
  .openapi("OutageSummary");

/** KV makes a cursor of the key that a page ends at, which may be anybody's. */
const list = { table: "outage_summaries" };

export const listOutageSummaries = readEndpoint({
  path: "/api/outage-summaries",
  operationId: "listOutageSummaries",
  tag: "Submissions",
  summary: "List leads that had to wait for the database, and were sent without it",
  description:
    "What KV keeps of them for seven days, without contact details: some are stored by now, `/api/where-is-my-lead` tells which. In the order they were received. A page may be short, or empty, and still have a next one.",
  access: { permission: "leads:read" },
  query: pageQuery.extend({ client_id: idQuery }),
  answer: pageOf(summarySchema),
  async handle({ query, access, dependencies }) {
    const scope = narrowScope(access.scope, query.client_id);
    const cursor = (await openCursor(query.cursor, list, dependencies)) ?? undefined;
    const page = await readKeptPage(dependencies.kv, kvPrefixes.persistenceFailure, {
      limit: query.limit,
      cursor,
    }).catch((error: unknown) => {
      // KV alone knows which cursors are its own.
      if (cursor === undefined) throw error;
      throw foreignCursor();
    });
    const summaries = page.records.flatMap(({ text }) => parseSummary(text) ?? []);
    const ownerOf = await ownersOf(summaries, scope, dependencies);
    const items = summaries.flatMap((summary) => {
      const owner = ownerOf(summary);
      return owner === undefined ? [] : [{ ...summary, client_id: owner, sent: sentOf(summary) }];
    });
    return {
      body: { items, next_cursor: await sealCursor(page.cursor, list, dependencies) },
    };
  },
});
