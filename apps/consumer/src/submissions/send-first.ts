import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { CommitPlan, DeliveryRow } from "@leadrelay/core/decide/commit-plan";
import { readFrozen } from "@leadrelay/core/payload/read-payload";
import type { Destination } from "@leadrelay/db/destinations/destination";
import type { ClaimedDelivery } from "@leadrelay/delivery/claimed-delivery";
import { deliverClaimed } from "@leadrelay/delivery/deliver";
import { queueSettlement } from "../deliveries/queue-settlement.ts";
import type { SettledSend } from "@leadrelay/delivery/settled-send";
import { atOnce } from "@leadrelay/delivery/send-pace";
import { askFor } from "../deliveries/ask-for.ts";
import { reachedFor } from "../deliveries/reached-for.ts";
import type { Dependencies } from "../dependencies.ts";

interface Committed {
  events: CommitPlan["events"];
  submissions: CommitPlan["submissions"];
  /** What the commit wrote as claimed. */
  claimed: readonly DeliveryRow[];
  destinations: ReadonlyMap<string, Destination>;
  database: string;
}

/**
 * Makes the first attempts of what the same invocation has just committed. While D1 is away their outcomes go on in a message: the leads
 * behind them must not wait for it. Never throws: the leads are stored, and the lease brings back what was not settled.
 */
export async function sendFirst(committed: Committed, dependencies: Dependencies): Promise<void> {
  const { claimed, database } = committed;
  if (claimed.length === 0) return;
  const answered = dependencies.unanswered.begin(
    claimed.map(({ destination_id }) => destination_id),
    dependencies.now(),
  );
  try {
    const reached = reachedFor(database, dependencies);
    const handOver = (sent: readonly SettledSend[]) => queueSettlement(dependencies, database, sent);
    const round = await deliverClaimed(toClaimed(committed), reached, {
      pace: atOnce,
      occasion: "wakeup",
      handOver,
    });
    await askFor(round, database, dependencies);
  } catch (error) {
    logEvent("first_attempt.failed", { database, deliveries: claimed.length, error: reasonOf(error) });
  } finally {
    answered();
  }
}

/** As a claim would have returned them. */
function toClaimed({ events, submissions, claimed, destinations }: Committed): ClaimedDelivery[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const posted = new Map(submissions.map(({ public_id, payload_json }) => [public_id, payload_json]));
  return claimed.flatMap((row): ClaimedDelivery[] => {
    const event = byId.get(row.event_id);
    const destination = destinations.get(row.destination_id);
    if (event === undefined || destination === undefined) return [];
    const { id, type, created_at } = event;
    const delivery = {
      ...row,
      schedule_from: 0,
      kept: {},
      next_attempt_at: row.next_attempt_at ?? created_at,
      event: { id, type, created_at, ...readFrozen(event) },
      form_json: posted.get(event.submission_public_id) ?? null,
    };
    return [{ delivery, destination }];
  });
}
