import { isRefusal, type RefusalReason } from "@leadrelay/contracts/intake-counts";
import { hourOf } from "@leadrelay/core/statistics/hour-of";
import { liveForms } from "@leadrelay/db/forms/live-forms";
import { runOne } from "@leadrelay/db/run-batch";
import { intakeLately, type LatelyCounted } from "@leadrelay/db/statistics/intake-lately";
import { postsOfForms } from "@leadrelay/db/statistics/posts-of-forms";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import type { HealthContext } from "./health-context.ts";

/** What a form's posts came to since the beginning of the hour before this one, and in the week before. */
export interface FormPosts {
  id: string;
  name: string;
  /** Its own field names → ours. */
  mapping: Readonly<Record<string, string>>;
  refused: number;
  /** Of those refused. */
  reasons: Partial<Record<RefusalReason, number>>;
  /** What the fields of the last one without a contact were called. */
  fields: readonly string[];
  /** For a filled honeypot. */
  dropped: number;
  taken: number;
  week: { taken: number; refused: number; dropped: number };
}

/** Of all forms those that lost most. */
const mostForms = 50;

/** Forms that lost any post lately, those that lost most. */
export async function readFormPosts({ scope, dependencies, nowMs }: HealthContext): Promise<{
  forms: FormPosts[];
  sinceHour: number;
}> {
  const sinceHour = hourOf(nowMs) - 1;
  const counted = await askLeadDatabases(scope, dependencies, (clientIds) =>
    intakeLately(scope, clientIds, sinceHour),
  );
  const lost = [...Map.groupBy(counted.flat(), ({ form_id }) => form_id)]
    .map(([form_id, rows]) => ({ form_id, client_id: rows[0]?.client_id ?? "", rows }))
    .toSorted((a, b) => lostOf(b.rows) - lostOf(a.rows))
    .slice(0, mostForms);
  if (lost.length === 0) return { forms: [], sinceHour };
  const [named, posts] = await Promise.all([
    runOne(
      dependencies.control,
      liveForms(
        scope,
        lost.map(({ form_id }) => form_id),
      ),
    ),
    askLeadDatabases(scope, dependencies, (clientIds) =>
      postsOfForms(
        scope,
        lost.filter(({ client_id }) => clientIds.includes(client_id)),
        sinceHour,
      ),
    ),
  ]);
  const postsOf = new Map(posts.flat().map((row) => [row.form_id, row]));
  const forms = named.map(({ id, name, mapping }): FormPosts => {
    const rows = lost.find(({ form_id }) => form_id === id)?.rows ?? [];
    const { taken = 0, week_taken = 0, week_refused = 0, week_dropped = 0 } = postsOf.get(id) ?? {};
    const refusals = rows.flatMap(({ reason, ...row }) => (isRefusal(reason) ? [{ ...row, reason }] : []));
    return {
      id,
      name,
      mapping,
      refused: refusals.reduce((sum, { value }) => sum + value, 0),
      reasons: Object.fromEntries(refusals.map(({ reason, value }) => [reason, value])),
      fields: JSON.parse(rows.find(({ reason }) => reason === "no_contact")?.fields_json ?? "[]") as string[],
      dropped: rows.find(({ reason }) => reason === "honeypot")?.value ?? 0,
      taken,
      week: { taken: week_taken, refused: week_refused, dropped: week_dropped },
    };
  });
  return { forms, sinceHour };
}

const lostOf = (rows: readonly LatelyCounted[]) => rows.reduce((sum, { value }) => sum + value, 0);
