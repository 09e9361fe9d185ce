import { listAgencies } from "@leadrelay/db/agencies/agencies";
import { runOne } from "@leadrelay/db/run-batch";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { agencyAnswer } from "./agency-answer.ts";
import { agencySchema } from "./agency-schema.ts";

export const listAgenciesOperation = readEndpoint({
  path: "/api/agencies",
  operationId: "listAgencies",
  tag: "Agencies",
  summary: "List the agencies you own; all of them for the installation's owners",
  access: { permission: "agency:manage" },
  query: pageQuery,
  answer: pageOf(agencySchema),
  async handle({ query, access: { scope }, dependencies }) {
    const [after] = readCursor(query.cursor, [""] as const) ?? [null];
    const found = await runOne(dependencies.control, listAgencies(scope, after, query.limit + 1));
    const items = found.slice(0, query.limit);
    const last = items.at(-1);
    const next = found.length > items.length && last !== undefined ? [last.id] : null;
    return { body: { items: items.map(agencyAnswer), next_cursor: writeCursor(next) } };
  },
});
