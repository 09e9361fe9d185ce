import type { CountedRow } from "@leadrelay/db/statistics/counted";
import { z } from "@hono/zod-openapi";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { countOpenLetters } from "../dead-letters/count-open-letters.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { idQuery } from "../pages/time-query.ts";
import { addUp } from "./add-up.ts";
import { dateOf, dateQuery, readPeriod, type Period } from "./period.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { readOrigins } from "./read-origins.ts";
import type { OriginCount } from "@leadrelay/db/statistics/origin-statistics";
import { readCounts, type ReadCounts } from "./read-counts.ts";
import { statisticsSchema, type Figures } from "./statistics-schema.ts";

const groupings = { client: "client_id", form: "form_id", destination: "destination_id" } as const;
const isOrigin = (by: string | undefined): by is "source" | "campaign" =>
  by === "source" || by === "campaign";

/** Of more the busiest. */
const mostOrigins = 500;

export const getStatistics = readEndpoint({
  path: "/api/statistics",
  operationId: "getStatistics",
  tag: "Statistics",
  summary: "Show what came in and what arrived, day by day",
  description:
    "Read from counters that are written with what they count, so that it costs the same however many leads there are. Days are UTC; at most 92 at once, the last 30 unless said otherwise.",
  access: { permission: "leads:read" },
  query: z.strictObject({
    from: dateQuery.openapi({ example: "2026-11-01" }),
    to: dateQuery.openapi({ example: "2026-11-21", description: "Included." }),
    client_id: idQuery,
    form_id: idQuery,
    group_by: z.enum(["client", "form", "destination", "source", "campaign"]).optional().openapi({
      description:
        "By destination there are deliveries and outcomes only, outcomes of which nobody said whose they are under null; by source and campaign (utm_source and utm_campaign, in small letters) submissions only, of all forms, since they are counted.",
    }),
  }),
  answer: statisticsSchema,
  async handle({ query, access, dependencies }) {
    const scope = await narrowToFilter(access.scope, query, dependencies);
    const period = readPeriod(query, dependencies.now());
    const { group_by } = query;
    if (isOrigin(group_by) && query.form_id !== undefined)
      throw apiProblem("malformed-request", `group_by: by ${group_by} there is no form.`, {
        errors: [{ field: "group_by", detail: "is not told apart by form" }],
      });
    const formId = query.form_id === undefined ? {} : { formId: query.form_id };
    const grouping = group_by === undefined || isOrigin(group_by) ? null : groupings[group_by];
    const [daily, grouped, origins, letters] = await Promise.all([
      readCounts(scope, { ...period, ...formId, by: ["day"] }, dependencies),
      grouping === null
        ? { counts: [], buckets: [], intake: [] }
        : readCounts(scope, { ...period, ...formId, by: [grouping] }, dependencies),
      isOrigin(group_by) ? readOrigins(scope, { ...period, by: group_by }, dependencies) : [],
      countOpenLetters(scope, dependencies),
    ]);
    return {
      body: {
        from: dateOf(period.fromDay),
        to: dateOf(period.toDay),
        totals: addUp(daily),
        days: daysOf(daily, period),
        groups: grouping === null ? originGroups(origins) : groupsOf(grouped, grouping),
        open_dead_letters: { total: letters.total, by_client: letters.by_client },
      },
    };
  },
});

const select = <Key extends keyof CountedRow>(
  { counts, buckets, intake }: ReadCounts,
  key: Key,
  value: CountedRow[Key],
) =>
  addUp({
    counts: counts.filter((row) => row[key] === value),
    buckets: buckets.filter((row) => row[key] === value),
    intake: intake.filter((row) => row[key] === value),
  });

const daysOf = (read: ReadCounts, { fromDay, toDay }: Period) =>
  Array.from({ length: toDay - fromDay + 1 }, (_, index) => fromDay + index).map((day) => ({
    date: dateOf(day),
    ...select(read, "day", day),
  }));

const originGroups = (origins: readonly OriginCount[]) =>
  [...Map.groupBy(origins, ({ name }) => name)]
    .map(([id, counts]) => ({
      id,
      ...addUp({ counts: counts.map((count) => ({ ...count, mended: 0 })), buckets: [], intake: [] }),
    }))
    .filter(({ submissions }) => submissions.total > 0)
    .toSorted((a, b) => b.submissions.total - a.submissions.total)
    .slice(0, mostOrigins);

const sumOf = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, value) => sum + value, 0);

function groupsOf(read: ReadCounts, key: "client_id" | "form_id" | "destination_id") {
  const ids = new Set([...read.counts, ...read.buckets, ...read.intake].map((row) => row[key]));
  // Submissions have no destination; an outcome of which nobody said whose it is has "".
  const known = [...ids].filter((id) => key !== "destination_id" || id !== null);
  const groups = known.map((id) => ({ id: id === "" ? null : id, ...select(read, key, id) }));
  const weight = ({ submissions, refused, honeypot, deliveries, outcomes }: Figures) =>
    submissions.total +
    refused.total +
    honeypot.total +
    deliveries.delivered +
    deliveries.dead +
    sumOf(outcomes);
  return groups.filter((group) => weight(group) > 0).toSorted((a, b) => weight(b) - weight(a));
}
