import type { SubmissionRow } from "@leadrelay/core/decide/commit-plan";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import { readPayload } from "@leadrelay/core/payload/read-payload";
import type { StoredPayload } from "@leadrelay/core/payload/stored-payload";
import type { TraceRow } from "@leadrelay/core/decide/stored-trace";
import { env } from "cloudflare:test";
import { rows } from "./tenant.ts";

/** What every submission and event says, wherever its texts stand and in whatever layout, by its key. */
export async function allSaid(): Promise<Record<string, string>> {
  const { submissions, events } = await allRows();
  return Object.fromEntries([
    ...submissions.map((row) => [
      `submission ${row.public_id}`,
      JSON.stringify([row.payload_json, parseTrace(row) ?? row.decision_json]),
    ]),
    ...events.map((row) => [`event ${row.id}`, JSON.stringify(readPayload(row))]),
  ]) as Record<string, string>;
}

const whole = (column: string) =>
  `iif(${column} GLOB '@*', (SELECT text FROM long_texts WHERE id = substr(${column}, 2)), ${column}) AS ${column}`;

const allRows = async () => ({
  submissions: await rows<Pick<SubmissionRow, "lead_id" | "submission_number" | "payload_json"> & TraceRow>(
    `SELECT lead_id, submission_number, public_id, ${whole("payload_json")}, ${whole("decision_json")} FROM lead_submissions`,
  ),
  events: await rows<StoredPayload & { id: string }>(
    `SELECT lead_id, id, type, submission_public_id, ${whole("payload_json")} FROM events`,
  ),
});

/** Puts all that is stored into the layout of before `long_texts`, and has the rewrite begin as its migration does. */
export async function makeOld(): Promise<void> {
  const { submissions, events } = await allRows();
  await env.DB.batch([
    ...submissions.map((row) =>
      env.DB.prepare(
        "UPDATE lead_submissions SET payload_json = ?, decision_json = ? WHERE lead_id = ? AND submission_number = ?",
      ).bind(row.payload_json, JSON.stringify(parseTrace(row)), row.lead_id, row.submission_number),
    ),
    ...events.map((row) =>
      env.DB.prepare("UPDATE events SET payload_json = ? WHERE lead_id = ? AND id = ?").bind(
        JSON.stringify(readPayload(row)),
        row.lead_id,
        row.id,
      ),
    ),
    env.DB.prepare("DELETE FROM long_texts"),
    env.DB.prepare("INSERT INTO text_rewrites VALUES ('lead_submissions', '[0,0]'), ('events', '[0,\"\"]')"),
  ]);
}
