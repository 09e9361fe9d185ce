import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { DeadLetterState } from "@leadrelay/contracts/dead-letter";
import type { DestinationHealth } from "../destination-health/destination-health.ts";
import { causeWords } from "./cause-words.ts";
import { confirmationState } from "../confirmation/confirmation-state.ts";
import { sayChangeBehind, type DestinationChange } from "./destination-change.ts";
import { sayWhyOff } from "./say-why-off.ts";
import { nothingToSendReason } from "../conversions/nothing-to-send.ts";
import { takenUnrun } from "./taken-unrun.ts";
import { optedOutWords } from "../reply/opted-out-words.ts";
import { sayCount } from "../wording/say-count.ts";
import { sayDuration } from "../wording/say-duration.ts";
import { spokenTime } from "../wording/spoken-time.ts";

/** What must be known of a delivery to say what it waits for. Times in ms. */
export interface DeliveryFacts {
  /** The delivery's and its destination's, to name them in commands. */
  public_id: string;
  destination_id: string;
  status: DeliveryStatus;
  attempts: number;
  max_attempts: number;
  next_attempt_at: number | null;
  lease_until: number | null;
  last_status_code: number | null;
  last_error: string | null;
  /** See `ConfirmationFacts`. */
  confirm_by?: number | null;
  unconfirmed_at?: number | null;
  destination: {
    /** Absent: not told. */
    kind?: string;
    enabled: boolean;
    /** Of one that takes not all that comes, or not at any time. */
    limits_json?: string | null;
    deleted: boolean;
    disabled_reason: string | null;
    /** null: nobody kept since when. */
    disabled_at?: number | null;
    /** What people changed of it, newest first. */
    changes?: readonly DestinationChange[];
    health: Pick<DestinationHealth, "state" | "since" | "next_probe_at" | "refusals" | "is_refusing"> | null;
  } | null;
  letter: {
    state: DeadLetterState;
    cause: string;
    first_failed_at?: number;
    last_failed_at?: number;
  } | null;
  /** When it came to be: a failing one failed first after that. */
  created_at?: number;
}

/** A wake-up or the sweep, every minute, comes for what is due; later than this something is wrong. */
export const overdueAfterMs = 120_000;

export { spokenTime };

/** Where a delivery stands and what would move it on, in words for an operator. Times are told as seen from `nowMs`. */
export function whatMovesOn(delivery: DeliveryFacts, nowMs: number): string {
  switch (delivery.status) {
    case "pending":
      return pending(delivery, nowMs);
    case "in_flight":
      return inFlight(delivery, nowMs);
    case "held":
      return held(delivery);
    case "delivered":
      return delivered(delivery, nowMs);
    case "confirmed":
      return "Nothing: the receiver has confirmed it.";
    case "dead":
      return dead(delivery);
    case "cancelled":
      return cancelled(delivery);
    case "skipped":
      return skipped(delivery);
  }
}

function delivered(delivery: DeliveryFacts, nowMs: number): string {
  const { public_id, confirm_by = null } = delivery;
  const unrun = takenUnrun(delivery.destination?.kind);
  switch (confirmationState(delivery)) {
    case "waiting":
      return `Its receiver: it took it, and has ${sayDuration(Math.max(0, (confirm_by ?? nowMs) - nowMs))} left to confirm that it really has it. Then it counts as unconfirmed, and whoever takes delivery.unconfirmed is told.`;
    case "unconfirmed":
      return `Its receiver: it took it and never confirmed that it really has it, as it must. See what became of it there, by the delivery id. A callback that comes late still confirms it; \`leadrelay delivery retry ${public_id}\` sends it again.`;
    case "confirmed":
    case null:
      return `Nothing: its receiver took it. Who does not see it there looks for the delivery id${unrun === "" ? "" : `: ${unrun}`}.`;
  }
}

function pending(delivery: DeliveryFacts, nowMs: number): string {
  const { destination } = delivery;
  const health = destination?.health;
  if (health?.state === "down")
    return `${waitsForReceiver(delivery, health, nowMs)}${sayChanged(destination, { firstMs: health.since, lastMs: nowMs })}`;
  return `${nextTry(delivery, nowMs)}${failing(delivery, nowMs)}`;
}

/** What may be behind the tries that failed. */
const failing = ({ attempts, created_at, destination }: DeliveryFacts, nowMs: number) =>
  attempts === 0 || created_at === undefined
    ? ""
    : sayChanged(destination, { firstMs: created_at, lastMs: nowMs });

function nextTry(
  { attempts, max_attempts, next_attempt_at, destination }: DeliveryFacts,
  nowMs: number,
): string {
  const health = destination?.health;
  const attempt = `attempt ${attempts + 1} of ${max_attempts}`;
  const sent = attempts === 0 ? "sent" : "sent again";
  const waitMs = (next_attempt_at ?? nowMs) - nowMs;
  if (waitMs > 0) return `It is ${sent} by itself: ${attempt} is due in ${sayDuration(waitMs)}.`;
  if (health?.state === "slow")
    return `It is ${sent} in its turn: its receiver answers slowly since ${spokenTime(health.since)}, and gets a few at a time, oldest first. ${capitalised(attempt)} is due.`;
  if (-waitMs <= overdueAfterMs) return `It is ${sent} within a minute: ${attempt} is due.`;
  return `It is overdue for ${sayDuration(waitMs)}: the sweep should have come for ${attempt}. The installation's health says what does not run (\`leadrelay doctor\`, or /api/health).`;
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function waitsForReceiver(
  { destination_id }: DeliveryFacts,
  health: NonNullable<NonNullable<DeliveryFacts["destination"]>["health"]>,
  nowMs: number,
): string {
  const { since, next_probe_at } = health;
  const waitMs = (next_probe_at ?? nowMs) - nowMs;
  const next = waitMs > 0 ? `in ${sayDuration(waitMs)}` : "within a minute";
  if (health.is_refusing === true)
    return `Its receiver: it refused ${sayCount(health.refusals?.length ?? 0, "lead")} in a row, the last ${spokenTime(since)}, and is held up. One lead at a time shows whether it takes any, the next ${next}; then all that waits goes out, oldest first, and none of its attempts are spent until then. \`leadrelay dlq causes --destination ${destination_id}\` says why it refused; once that is mended, \`leadrelay destination enable ${destination_id}\` sends what waits.`;
  return `Its receiver: it has taken nothing since ${spokenTime(since)}, for several leads in a row. One request at a time asks whether it is back, the next ${next}; then all that waits goes out, oldest first, and none of its attempts are spent until then. Mend the receiver, or the destination's settings; \`leadrelay destination test ${destination_id}\` shows what it answers now.`;
}

function inFlight({ attempts, max_attempts, lease_until }: DeliveryFacts, nowMs: number): string {
  const attempt = `attempt ${attempts} of ${max_attempts}`;
  if (lease_until !== null && lease_until <= nowMs)
    return `The sweep, within a minute: the worker that made ${attempt} was to be done ${sayDuration(nowMs - lease_until)} ago and never said how it ended.`;
  const until =
    lease_until === null
      ? ""
      : ` Should it not say within ${sayDuration(lease_until - nowMs)}, the sweep takes over.`;
  return `The worker that makes ${attempt} at this moment.${until}`;
}

function cancelled({ public_id, destination, last_error }: DeliveryFacts): string {
  if (destination === null || destination.deleted)
    return "Nothing: it was cancelled, and its destination is deleted.";
  return `Nothing by itself: ${last_error ?? "it was cancelled"}. \`leadrelay delivery retry ${public_id}\` sends it all the same.`;
}

function skipped({ public_id, destination, last_error }: DeliveryFacts): string {
  if (last_error?.startsWith(optedOutWords) === true)
    return "Nothing: who answered STOP is written to again once they wrote START.";
  const nothing = nothingToSendReason(last_error);
  if (nothing !== null) return `Nothing: ${nothing}.`;
  const happened = "its receiver had this person before, and did not take the lead";
  if (destination === null || destination.deleted)
    return `Nothing: ${happened}, and its destination is deleted.`;
  return `Nothing by itself: ${happened}. To have it taken all the same, mend that at the receiver, then \`leadrelay delivery retry ${public_id}\`.`;
}

function held({ public_id, destination_id, destination }: DeliveryFacts): string {
  if (destination === null || destination.deleted)
    return "Its destination was deleted: the sweep cancels it within a minute or so.";
  const atOnce = `\`leadrelay delivery retry ${public_id}\``;
  if (destination.enabled && (destination.limits_json ?? null) !== null)
    return `Its destination, once it takes leads again: \`leadrelay destination show ${destination_id}\` says why it does not now, and until when.`;
  if (destination.enabled)
    return `The sweep, within a minute: its destination is enabled again. At once: ${atOnce}.`;
  const address =
    destination.disabled_reason === "gone"
      ? `give it the new address (\`leadrelay destination change ${destination_id} --address\`), then `
      : "";
  return `Its destination is disabled${sayWhyOff(destination)}: ${address}enable it (\`leadrelay destination enable ${destination_id}\`), and the sweep sends what is held within a minute, or ${atOnce} this one at once.`;
}

function dead({ public_id, destination_id, letter, last_status_code, destination }: DeliveryFacts): string {
  const retry = `\`leadrelay delivery retry ${public_id}\``;
  if (letter?.state === "discarded")
    return `Nothing: its dead letter was discarded. Only a retry sends it: ${retry}.`;
  if (destination === null || destination.deleted)
    return "Nothing sends it: its destination was deleted. Discard its dead letter, if another has the lead.";
  const mending = causeWords(letter?.cause ?? "unknown", last_status_code).mend(`retry it (${retry})`);
  const answer = last_status_code === null ? "" : ` Its last answer was HTTP ${last_status_code}.`;
  const off =
    !destination.enabled && letter?.cause !== "gone"
      ? ` The destination is disabled as well${sayWhyOff(destination)}: enable it first (\`leadrelay destination enable ${destination_id}\`).`
      : "";
  const changed =
    letter?.first_failed_at === undefined || letter.last_failed_at === undefined
      ? ""
      : sayChanged(destination, { firstMs: letter.first_failed_at, lastMs: letter.last_failed_at });
  return `${mending}, or discard its dead letter.${answer}${off}${changed}`;
}

function sayChanged(
  destination: DeliveryFacts["destination"],
  failing: Parameters<typeof sayChangeBehind>[1],
): string {
  const said = sayChangeBehind(destination?.changes ?? [], failing);
  return said === "" ? "" : ` ${said}`;
}
