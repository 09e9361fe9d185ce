import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { listOutages, type KeptOutage } from "../kept-in-kv/list-outages.ts";
import type { HealthContext } from "./health-context.ts";

const name = "sent_directly";
/** The queue brings them back sooner than that once the database takes them. */
const warningMs = 180_000;

/** Leads that the database did not take, sent without it or not yet, that wait to be stored: one listing of KV, of a thousand keys. */
export async function checkDirect({ scope, dependencies, nowMs }: HealthContext): Promise<HealthCheck[]> {
  const { outages, cursor } = await listOutages(scope, null, dependencies);
  const waiting = outages.filter(({ stored_at }) => stored_at === undefined);
  if (waiting.length === 0) return [fine(name, "No lead that was sent directly waits to be stored.")];
  const isMore = cursor !== null;
  const sent = waiting.filter(({ sent: outcomes }) => isSent(outcomes));
  const unsent = waiting.filter(({ sent: outcomes }) => !isSent(outcomes));
  const since = Math.min(...waiting.map(({ received_at }) => received_at));
  const told = [
    ...say(sent, isMore, "sent directly"),
    ...say(unsent, isMore, "that nobody was sent yet"),
    `The oldest came at ${spokenTime(since)}.`,
  ];
  const message = told.join(" ");
  if (nowMs - since < warningMs) return [fine(name, message)];
  return [
    amiss("warning", name, {
      message,
      todo: "They are stored by themselves once the database takes them: the check `databases` tells whether it does. `leadrelay queue outages` lists them, with what the database said.",
      since,
    }),
  ];
}

/** Some destination took it. */
const isSent = (outcomes: string) => /: delivered\b/.test(outcomes);

const say = (outages: readonly KeptOutage[], isMore: boolean, how: string): string[] =>
  outages.length === 0
    ? []
    : [
        `${sayCount(outages.length, "lead", { isMore })} ${how} ${outages.length === 1 && !isMore ? "waits" : "wait"} to be stored.`,
      ];
