import { z } from "@hono/zod-openapi";
import { honeypotReasons, isRefusal, type HoneypotReason } from "@leadrelay/contracts/intake-counts";
import { isQuiet } from "@leadrelay/core/forms/is-quiet";
import { quietForms } from "@leadrelay/core/needs/quiet-forms";
import { dayOf } from "@leadrelay/core/statistics/day-of";
import { startOfHour } from "@leadrelay/core/statistics/hour-of";
import { formActivity, type FormDay } from "@leadrelay/db/statistics/form-activity";
import { dayCounters } from "@leadrelay/db/statistics/day-counters";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import { idQuery } from "../pages/time-query.ts";
import { dateOf } from "../statistics/period.ts";

const shownDays = 7;
/** What `quietForms` compares with. */
const comparedDays = 8;
/** By which is judged whether a form has gone quiet. */
const judgedDays = 28;

const counts = {
  taken: z.int().openapi({ description: "What became submissions, tests and blocked ones too." }),
  refused: z.int(),
  honeypot: z.int().openapi({ description: "With a filled honeypot, whatever became of them." }),
};

export const listFormActivity = readEndpoint({
  path: "/api/form-activity",
  operationId: "listFormActivity",
  tag: "Forms",
  summary: "Show what came of each form's posts in the last days, and which have gone quiet",
  description:
    "Read from the counters; a form that has none there in 28 days is not in it. Days are UTC, the last 7.",
  access: { permission: "leads:read" },
  query: z.strictObject({ client_id: idQuery, form_id: idQuery }),
  answer: z
    .object({
      items: z.array(
        z.object({
          form_id: z.string(),
          client_id: z.string(),
          last_taken_at: z.int().nullable().openapi({
            description:
              "When it took the last post: the beginning of that half hour, milliseconds UTC. null: none in 28 days.",
          }),
          is_quiet: z.boolean().openapi({
            description:
              "It takes none any more: so few that by the same hours of the days before at least five were to be expected, or for five times as long as its posts usually are apart, three days at least.",
          }),
          ...counts,
          days: z.array(z.object({ date: z.string(), ...counts })),
          refused_fields: z.array(z.string()).openapi({
            description: "What the fields of the last post without any way to reach its person were called.",
          }),
        }),
      ),
    })
    .openapi("FormActivity"),
  async handle({ query, access, dependencies }) {
    const scope = await narrowToFilter(access.scope, query, dependencies);
    const nowMs = dependencies.now();
    const today = dayOf(nowMs);
    const [read, counted] = await Promise.all([
      askLeadDatabases(scope, dependencies, (clientIds) =>
        formActivity(scope, clientIds, today - judgedDays),
      ),
      askLeadDatabases(scope, dependencies, (clientIds) =>
        dayCounters(scope, clientIds, { from: today - comparedDays, arrivedFrom: today + 1 }),
      ),
    ]);
    // Busy forms by the hour, as the home page has it; others by how far apart their posts usually are.
    const busy = new Set(quietForms(counted.flat(), nowMs).map(({ form_id }) => form_id));
    const rows = read
      .flat()
      .filter(({ form_id }) => query.form_id === undefined || form_id === query.form_id);
    const items = [...Map.groupBy(rows, ({ form_id }) => form_id)].map(([form_id, ofForm]) => ({
      form_id,
      client_id: ofForm[0]?.client_id ?? "",
      ...judged(ofForm, { isKnownQuiet: busy.has(form_id), nowMs }),
      ...sumOf(ofForm.filter(({ day }) => day > today - shownDays)),
      days: Array.from({ length: shownDays }, (_, index) => today - shownDays + 1 + index).map((day) => ({
        date: dateOf(day),
        ...sumOf(ofForm.filter((row) => row.day === day)),
      })),
      refused_fields: fieldsOf(ofForm),
    }));
    return { body: { items } };
  },
});

function judged(rows: readonly FormDay[], { isKnownQuiet, nowMs }: { isKnownQuiet: boolean; nowMs: number }) {
  const taken = rows.filter(({ reason }) => reason === null);
  const lastHour = Math.max(0, ...taken.map(({ hour, day }) => Math.max(hour, day * 24)));
  const lastAt = lastHour === 0 ? null : startOfHour(lastHour);
  const total = taken.reduce((sum, { value }) => sum + value, 0);
  return {
    last_taken_at: lastAt,
    is_quiet: isKnownQuiet || isQuiet({ taken: total, days: judgedDays, lastAt }, nowMs),
  };
}

function sumOf(rows: readonly FormDay[]) {
  const of = (is: (row: FormDay) => boolean) => rows.reduce((sum, row) => sum + (is(row) ? row.value : 0), 0);
  return {
    taken: of(({ reason }) => reason === null),
    refused: of(({ reason }) => reason !== null && isRefusal(reason)),
    honeypot: of(({ reason }) => honeypotReasons.includes(reason as HoneypotReason)),
  };
}

function fieldsOf(rows: readonly FormDay[]): string[] {
  const told = rows.filter(({ fields_json }) => fields_json !== null).toSorted((a, b) => b.hour - a.hour);
  return JSON.parse(told[0]?.fields_json ?? "[]") as string[];
}
