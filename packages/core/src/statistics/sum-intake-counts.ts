import type { IntakeCount, IntakeReason } from "@leadrelay/contracts/intake-counts";
import { dayOf } from "./day-of.ts";
import { hourOf } from "./hour-of.ts";

/** Posts of a form that ended alike in one hour of a UTC day; see `dayOf` and `hourOf`. */
export interface IntakeRow {
  client_id: string;
  day: number;
  form_id: string;
  reason: IntakeReason;
  hour: number;
  value: number;
  /** Names of the last one's fields; null where that was not told. */
  fields_json: string | null;
}

/** What was told together, as few rows: one for each form, reason and hour. */
export function sumIntakeCounts(counts: readonly IntakeCount[]): IntakeRow[] {
  const rows = new Map<string, IntakeRow>();
  for (const { form, reason, count, at, fields } of counts.toSorted((a, b) => a.at - b.at)) {
    const hour = hourOf(at);
    const key = JSON.stringify([form.client_id, form.form_id, reason, hour]);
    const before = rows.get(key);
    rows.set(key, {
      client_id: form.client_id,
      day: dayOf(at),
      form_id: form.form_id,
      reason,
      hour,
      value: count + (before?.value ?? 0),
      fields_json: fields === undefined ? (before?.fields_json ?? null) : JSON.stringify(fields),
    });
  }
  return [...rows.values()];
}
