import { z } from "@hono/zod-openapi";
import type { OperatorScope } from "@leadrelay/db/scope";
import { narrowScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { listOutages, type KeptOutage } from "../kept-in-kv/list-outages.ts";
import { parseSummary, sentOf } from "../kept-in-kv/parse-summary.ts";
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
    stored_at: z
      .int()
      .nullable()
      .openapi({ description: "When the database took it after all; null while it waits." }),
  })
  .openapi("OutageSummary");

/** A place names a key that may be anybody's. */
const list = { table: "outage_summaries" };
/** Listings of a thousand keys that one page goes through for the caller's own. */
const mostListings = 100;

export const listOutageSummaries = readEndpoint({
  path: "/api/outage-summaries",
  operationId: "listOutageSummaries",
  tag: "Submissions",
  summary: "List leads that had to wait for the database, and were sent without it",
  description:
    "What KV keeps of them, without contact details: of those that wait for seven days, of those that are stored by now, which `stored_at` tells, for a day after that. In the order they were received.",
  access: { permission: "leads:read" },
  query: pageQuery.extend({ client_id: idQuery }),
  answer: pageOf(summarySchema),
  async handle({ query, access, dependencies }) {
    const scope = narrowScope(access.scope, query.client_id);
    const from = readPlace(await openCursor(query.cursor, list, dependencies));
    const { outages, next } = await readOwn(scope, { from, limit: query.limit }, dependencies);
    const texts =
      outages.length === 0
        ? new Map<string, string | null>()
        : await dependencies.kv.get(
            outages.map(({ key }) => key),
            "text",
          );
    const items = outages.flatMap(({ key, owner }) => {
      const summary = parseSummary(texts.get(key) ?? null);
      if (summary === undefined) return [];
      return [{ ...summary, client_id: owner, sent: sentOf(summary), stored_at: summary.stored_at ?? null }];
    });
    return { body: { items, next_cursor: await sealCursor(next, list, dependencies) } };
  },
});

/** The listing a page goes on in, by KV's own cursor, and the last key that was shown. */
interface Place {
  cursor: string | null;
  after: string;
}

const writePlace = ({ cursor, after }: Place) => JSON.stringify([cursor, after]);

function readPlace(text: string | null): Place {
  if (text === null) return { cursor: null, after: "" };
  const [cursor, after] = JSON.parse(text) as [string | null, string];
  return { cursor, after };
}

/** The caller's own, so many: past others' it goes on until there is a page, so that no page tells of theirs. */
async function readOwn(
  scope: OperatorScope,
  { from, limit }: { from: Place; limit: number },
  dependencies: AdminDependencies,
): Promise<{ outages: KeptOutage[]; next: string | null }> {
  const own: KeptOutage[] = [];
  let place = from;
  for (let listings = 0; listings < mostListings; listings += 1) {
    const page = await listOutages(scope, place.cursor, dependencies).catch((error: unknown) => {
      // KV alone knows which cursors are its own.
      if (place.cursor === null) throw error;
      throw foreignCursor();
    });
    const { after } = place;
    const found = page.outages.filter(({ key }) => key > after);
    const shown = found.slice(0, limit - own.length);
    own.push(...shown);
    const last = shown.at(-1)?.key ?? after;
    if (found.length > shown.length) return { outages: own, next: writePlace({ ...place, after: last }) };
    if (page.cursor === null) return { outages: own, next: null };
    place = { cursor: page.cursor, after: last };
  }
  return { outages: own, next: writePlace(place) };
}
