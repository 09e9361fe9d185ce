import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { needsRun } from "@leadrelay/core/destination-health/destination-health";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { overdueAfterMs, spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import { countOpenLetters, type OpenLetters } from "../dead-letters/count-open-letters.ts";
import { readAllBacklogs } from "../queue-status/read-all-backlogs.ts";
import { ofOne, readBacklogs, type Backlog } from "../queue-status/read-backlogs.ts";
import { badnessOf } from "./badness-of.ts";
import { judgeHeld } from "./judge-held.ts";
import { mostNamed, namesOf } from "./names-of.ts";
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
    await judgeHeld(backlogs, context),
    judgeFailing(backlogs, context),
    judgeLetters(open),
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
        ? `Mend the receiver, or the destination's settings${changeOf(down, scope)}. It is asked twice a minute whether it is back; then all that waits goes out, and none of its attempts are spent until then.`
        : "Look at what takes the receiver so long. It gets a few leads at a time, oldest first, and holds up no other.",
    since,
  });
}

function sayWaiting(backlogs: readonly Backlog[]): string {
  const waiting = backlogs.reduce((sum, { due, later }) => sum + due + later, 0);
  const isMore = backlogs.some(({ looked, later }) => Math.max(looked, later) >= ofOne.most);
  return `${sayCount(waiting, "delivery", { many: "deliveries", isMore })} ${waiting === 1 ? "waits" : "wait"}`;
}

/** The command for the first of them that is the caller's. */
function changeOf(backlogs: readonly Backlog[], scope: HealthContext["scope"]): string {
  const mine = backlogs.find(({ destination }) => isInScope(scope, destination.client_id));
  return mine === undefined ? "" : ` (\`leadrelay destination change ${mine.destination.id} --address\`)`;
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
    message: `${sayDue(at)} overdue since ${spokenTime(since)} at the earliest, at ${namesOf(at, scope)}.`,
    todo: "The sweep wakes them every minute: look whether it runs, which the check `sweep` tells, and at the queue `deliveries`. `leadrelay queue status` tells what waits where.",
    since,
  });
}

function sayDue(backlogs: readonly Backlog[]): string {
  const due = backlogs.reduce((sum, one) => sum + one.due, 0);
  const isMore = backlogs.some(({ looked }) => looked >= ofOne.most);
  return `${sayCount(due, "delivery", { many: "deliveries", isMore })} ${due === 1 && !isMore ? "is" : "are"}`;
}

function judgeLeases(backlogs: readonly Backlog[]): HealthCheck {
  const name = "expired_leases";
  const expired = backlogs.reduce((sum, backlog) => sum + backlog.expired, 0);
  if (expired === 0) return fine(name, "Every delivery that is being sent has a worker.");
  return amiss("warning", name, {
    message: `${sayCount(expired, "delivery", { many: "deliveries" })} in the hands of workers that were not heard of again.`,
    todo: "The sweep takes them over within a minute: look whether it runs, which the check `sweep` tells. `leadrelay delivery list --status in_flight` lists them.",
    since: earliest(backlogs.map(({ oldest_expired_at }) => oldest_expired_at)),
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
    todo: `Mend the receiver, or the destination's settings${changeOf(mine, scope)}. What waits is tried again by its schedule, and at once by \`leadrelay delivery retry\`${listOf(mine)}.`,
    since: earliest(failing.map(({ destination }) => destination.health?.since ?? null)),
  });
}

const listOf = ([first]: readonly Backlog[]): string =>
  first === undefined
    ? ""
    : `; \`leadrelay delivery list --destination ${first.destination.id} --status pending\` lists it`;

function sayFailing({ failing, failing_is_more, failing_status_code }: Backlog): string {
  const isOne = failing === 1 && !failing_is_more;
  const waits = `${failing}${failing_is_more ? " or more" : ""} ${isOne ? "waits" : "wait"} for another try`;
  const answer = failing_status_code === null ? "none" : `HTTP ${failing_status_code}`;
  return `${waits}; the last answer${isOne ? "" : " to most"} was ${answer}`;
}

function judgeLetters({ total, by_kind }: OpenLetters): HealthCheck {
  const name = "dead_letters";
  if (total === 0) return fine(name, "No dead letter waits for a person.");
  const kinds = by_kind.toSorted((a, b) => b.count - a.count).map(({ kind, count }) => `${count} ${kind}`);
  return amiss("warning", name, {
    message: `${sayCount(total, "dead letter")} for a person to look at, by kind: ${kinds.join(", ")}.`,
    todo: "`leadrelay dlq causes` (or /api/dead-letter-groups) tells why and since when, `leadrelay dlq list` whose they are, and `leadrelay dlq show` with an id what to do.",
  });
}
