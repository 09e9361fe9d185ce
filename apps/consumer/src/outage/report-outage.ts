import { reasonOf } from "@leadrelay/contracts/reason-of";
import { logEvent } from "@leadrelay/contracts/log-event";
import type { OutageSummary } from "@leadrelay/contracts/outage-summary";
import type { Dependencies } from "../dependencies.ts";
import { outageOf } from "../received/pending.ts";
import type { Received } from "../received/settlement.ts";
import { keepSummary } from "./keep-summary.ts";
import { noteOutage } from "./note-outage.ts";

/**
 * Tells that leads wait for D1: a log line and a summary in KV each, without contact details. From the second try on: a single
 * hiccup is no outage. The summary is no copy of the lead, so it may expire (after 7 days); KV failing costs only the summary.
 */
export async function reportOutage(received: readonly Received[], error: string, dependencies: Dependencies) {
  const waiting = received.filter((each) => outageOf(each).tries >= 1);
  const databases = new Set(waiting.map(({ body }) => body.form?.database ?? "DB"));
  await Promise.all([
    ...waiting.map((each) => reportOne(each, error, dependencies)),
    ...[...databases].map((database) => noteOutage(database, error, dependencies)),
  ]);
}

async function reportOne(received: Received, error: string, { kv, now }: Dependencies): Promise<void> {
  const { submission_id, form_key, form, received_at } = received.body;
  const { tries, direct } = outageOf(received);
  const outcomes = Object.entries(direct).map(
    ([id, attempts]) => `${id}: ${attempts.at(-1)?.outcome ?? "none"}`,
  );
  const summary = {
    submission_id,
    client_id: form?.client_id ?? null,
    tries: tries + 1,
    error,
    sent: outcomes.join(", "),
  };
  logEvent("lead.persistence_failed", summary);
  const kept: OutageSummary = { ...summary, form_key, received_at, failed_at: now() };
  await keepSummary(kv, kept).catch((failure: unknown) =>
    logEvent("outage.summary_failed", { submission_id, error: reasonOf(failure) }),
  );
}
