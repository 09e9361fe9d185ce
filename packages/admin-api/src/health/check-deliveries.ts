import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { needsRun } from "@leadrelay/core/destination-health/destination-health";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { overdueAfterMs, spokenTime } from "@leadrelay/core/explain/what-moves-on";
import type { OperatorScope } from "@leadrelay/db/scope";
import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import { countOpenLetters } from "../dead-letters/count-open-letters.ts";
import { readAllBacklogs } from "../queue-status/read-all-backlogs.ts";
import { ofOne, readBacklogs, type Backlog } from "../queue-status/read-backlogs.ts";
import { badnessOf } from "./badness-of.ts";
import type { HealthContext } from "./health-context.ts";

const limits = { warningMs: overdueAfterMs, problemMs: 600_000 };

/** Deliveries that nobody comes for, and what needs a person. */
export async function checkDeliveries(context: HealthContext): Promise<HealthCheck[]> {
  const [{ backlogs }, open] = await Promise.all([
    context.isWhole
      ? readAllBacklogs(context.dependencies)
      : readBacklogs(context.scope, context.dependencies),
    countOpenLetters(context.scope, context.dependencies),
  ]);
  return [
    judgeReceivers(backlogs, context),
    judgeDue(backlogs.filter(isServed), context),
    judgeLeases(backlogs),
    judgeHeld(backlogs, context),
    judgeFailing(backlogs, context),
    judgeLetters(open.total),
  ];
}

/** Of one that is down, or slow, it is known why what is due waits. */
const isServed = ({ destination: { health } }: Backlog) => !needsRun(health);

function judgeReceivers(backlogs: readonly Backlog[], { scope }: HealthContext): HealthCheck {
  const name = "receivers";
  const unwell = backlogs.filter(
    ({ destination: { enabled, health }, due, later }) =>
      enabled === 1 && due + later > 0 && needsRun(health),
  );
  const down = unwell.filter(({ destination: { health } }) => health?.state === "down");
  if (unwell.length === 0) return fine(name, "Nothing waits for a receiver that is down or slow.");
  const since = earliest(
    (down.length > 0 ? down : unwell).map(({ destination }) => destination.health?.since ?? null),
  );
  const slow = unwell.filter((backlog) => !down.includes(backlog));
  const told = [
    ...(down.length === 0
      ? []
      : [
          `Down: ${namesOf(down, scope)}, since ${spokenTime(since ?? 0)} at the earliest; ${sayWaiting(down)}.`,
        ]),
    ...(slow.length === 0 ? [] : [`Slow: ${namesOf(slow, scope)}; ${sayWaiting(slow)}.`]),
  ];
  return amiss(down.length > 0 ? "problem" : "warning", name, {
    message: told.join(" "),
    todo:
      down.length > 0
        ? "Mend the receiver, or the destination's settings (`leadrelay destination change`). It is asked twice a minute whether it is back; then all that waits goes out, and none of its attempts are spent until then."
        : "Look at what takes the receiver so long. It gets a few leads at a time, oldest first, and holds up no other.",
    since,
  });
}

function sayWaiting(backlogs: readonly Backlog[]): string {
  const waiting = backlogs.reduce((sum, { due, later }) => sum + due + later, 0);
  const isMore = backlogs.some(({ looked, later }) => Math.max(looked, later) >= ofOne.most);
  return `${sayCount(waiting, "delivery", { many: "deliveries", isMore })} ${waiting === 1 ? "waits" : "wait"}`;
}

const earliest = (times: readonly (number | null)[]): number | null =>
  times.reduce<number | null>((found, time) => (time === null ? found : Math.min(found ?? time, time)), null);

function judgeDue(backlogs: readonly Backlog[], { nowMs, scope }: HealthContext): HealthCheck {
  const name = "due_deliveries";
  const since = earliest(backlogs.map(({ oldest_due_at }) => oldest_due_at));
  if (since === null) return fine(name, "No delivery is due.");
  const state = badnessOf(nowMs - since, limits);
  if (state === "ok") return fine(name, `What is due was due at ${spokenTime(since)} at the earliest.`);
  const at = backlogs.filter(
    ({ oldest_due_at }) => oldest_due_at !== null && nowMs - oldest_due_at >= limits.warningMs,
  );
  return amiss(state, name, {
    message: `Deliveries are overdue since ${spokenTime(since)}, at ${namesOf(at, scope)}.`,
    todo: "The sweep wakes them every minute: look whether it runs, and at the queue `deliveries`.",
    since,
  });
}

function judgeLeases(backlogs: readonly Backlog[]): HealthCheck {
  const name = "expired_leases";
  const expired = backlogs.reduce((sum, backlog) => sum + backlog.expired, 0);
  if (expired === 0) return fine(name, "Every delivery that is being sent has a worker.");
  return amiss("warning", name, {
    message: `${sayCount(expired, "delivery", { many: "deliveries" })} in the hands of workers that were not heard of again.`,
    todo: "The sweep takes them over within a minute: look whether it runs.",
    since: earliest(backlogs.map(({ oldest_expired_at }) => oldest_expired_at)),
  });
}

function judgeHeld(backlogs: readonly Backlog[], { scope }: HealthContext): HealthCheck {
  const name = "held_deliveries";
  const held = backlogs.filter((backlog) => backlog.held > 0);
  if (held.length === 0) return fine(name, "Nothing is held back.");
  return amiss("warning", name, {
    message: `Deliveries are held at ${namesOf(held, scope)}: disabled.`,
    todo: "Enable the destination when its receiver works again: what is held goes out within a minute.",
  });
}

/** One failure is what retries are for; a second after the schedule's first wait is an outage of the receiver's. */
function judgeFailing(backlogs: readonly Backlog[], { scope }: HealthContext): HealthCheck {
  const name = "failing_destinations";
  const failing = backlogs
    .filter(({ repeated }) => repeated > 0)
    .toSorted((one, other) => other.failing - one.failing);
  if (failing.length === 0) return fine(name, "No delivery that waits has failed twice.");
  const mine = failing
    .filter(({ destination }) => isInScope(scope, destination.client_id))
    .slice(0, mostNamed);
  const told = mine.map(
    (backlog) => `${backlog.destination.name} (${backlog.destination.id}): ${sayFailing(backlog)}.`,
  );
  const others = failing.length - mine.length;
  const rest = mine.length === 0 ? "destination" : "more destination";
  const more = others === 0 ? [] : [`${sayCount(others, rest)} with deliveries that failed at least twice.`];
  return amiss("warning", name, {
    message: [...told, ...more].join(" "),
    todo: "Mend the receiver, or the destination's settings. What waits is tried again by its schedule, and at once by `leadrelay delivery retry`.",
  });
}

function sayFailing({ failing, failing_is_more, failing_status_code }: Backlog): string {
  const isOne = failing === 1 && !failing_is_more;
  const waits = `${failing}${failing_is_more ? " or more" : ""} ${isOne ? "waits" : "wait"} for another try`;
  const answer = failing_status_code === null ? "none" : `HTTP ${failing_status_code}`;
  return `${waits}; the last answer${isOne ? "" : " to most"} was ${answer}`;
}

const mostNamed = 3;

/** By name only what is the caller's clients'. */
function namesOf(backlogs: readonly Backlog[], scope: OperatorScope): string {
  const mine = backlogs.filter(({ destination }) => isInScope(scope, destination.client_id));
  const named = mine.slice(0, mostNamed).map(({ destination }) => `${destination.name} (${destination.id})`);
  const others = backlogs.length - named.length;
  if (others === 0) return named.join(", ");
  return [...named, sayCount(others, named.length === 0 ? "destination" : "more destination")].join(", ");
}

function judgeLetters(open: number): HealthCheck {
  const name = "dead_letters";
  if (open === 0) return fine(name, "No dead letter waits for a person.");
  return amiss("warning", name, {
    message: `${sayCount(open, "dead letter")} for a person to look at.`,
    todo: "Look at them by cause: `leadrelay dlq causes`, or /api/dead-letter-groups.",
  });
}
