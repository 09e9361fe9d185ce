import { z } from "@hono/zod-openapi";
import { maskId } from "@leadrelay/core/masking/mask-id";
import {
  newestUnmatched,
  type UnmatchedCallback,
  type UnmatchedKey,
} from "@leadrelay/db/callbacks/unmatched-callbacks";
import { isMasked } from "../access/is-masked.ts";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readClientPage } from "../lead-databases/read-client-page.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { idQuery } from "../pages/time-query.ts";

/** D1 counts an entry of the key, the list it is gathered in, and the row. */
const readsPerRow = 3;

const unmatchedSchema = z
  .object({
    id: z.string(),
    client_id: z.string(),
    kind: z.enum(["execution", "link", "activity", "outcome", "reply", "sms_status"]),
    word: z.string().nullable().openapi({
      description: "An outcome, what kind of activity, a status; null for those who see contacts masked.",
    }),
    named: z.record(z.string(), z.string()).openapi({
      description:
        "The ids by which it was to find its lead, by their names; a phone number is not told, nor to those who see contacts masked an id that is an address or a word.",
    }),
    reason: z.string().openapi({ description: "Why it matched none, in plain words." }),
    received_at: z.int().openapi({ description: "Milliseconds UTC." }),
  })
  .openapi("UnmatchedCallback");

export const listUnmatched = readEndpoint({
  path: "/api/unmatched-callbacks",
  operationId: "listUnmatchedCallbacks",
  tag: "Clients",
  summary: "List callbacks that match no lead",
  description:
    "Newest first: what came in with a good token or secret, was looked at for five minutes, and named no lead of its client. Kept for 30 days. What was not let in is answered with why, and kept nowhere.",
  access: { permission: "config:read" },
  query: pageQuery.extend({ client_id: idQuery }),
  answer: pageOf(unmatchedSchema),
  async handle({ query, access, dependencies }) {
    const scope = await narrowToFilter(access.scope, query, dependencies);
    const after: UnmatchedKey = readCursor(query.cursor, ["", ""] as const) ?? ["~", ""];
    const { items, next } = await readClientPage(
      {
        pageSize: query.limit,
        readsPerRow,
        ask: (clientIds, perClient) => newestUnmatched(scope, clientIds, { after, perClient }),
        keyOf: (row) => [row.id, row.client_id],
        keep: null,
      },
      scope,
      dependencies,
    );
    return {
      body: {
        items: items.map((row) => toUnmatched(row, isMasked(scope, row.client_id))),
        next_cursor: writeCursor(next),
      },
    };
  },
});

function toUnmatched(
  { detail, ...row }: UnmatchedCallback,
  masked: boolean,
): z.input<typeof unmatchedSchema> {
  const { phone, ...sought } = detail.sought ?? {};
  const named = Object.fromEntries(
    Object.entries(sought).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, masked ? maskedName(String(value)) : String(value)]],
    ),
  );
  const names = Object.keys(named);
  return {
    ...row,
    word: masked ? null : detail.word,
    named,
    reason:
      phone !== undefined
        ? "No lead of this client has the number that it came from."
        : names.length === 0
          ? "It named no lead: give it one of the ids that the lead was sent with."
          : `No lead of this client has ${names.length === 1 ? "this" : "any of these"}: it may be another client's secret, or the field holds another id.`,
  };
}

/** It is nobody's that we know, so that no name can be told in it; what has a digit is an id. */
const maskedName = (id: string) => (/\d/.test(id) ? maskId(id) : "•••");
