import { z } from "@hono/zod-openapi";
import { kvPrefixes } from "@leadrelay/contracts/kv-keys";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import { idQuery } from "../pages/time-query.ts";
import { narrowScope } from "../access/client-in-scope.ts";
import { countOpenLetters } from "../dead-letters/count-open-letters.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { keptInKv } from "./kept-in-kv.ts";
import { queueStatusSchema, type Counted } from "./queue-status-schema.ts";
import { readStandings } from "../destination-standings/read-standings.ts";
import type { DestinationStanding } from "@leadrelay/core/explain/destination-standing";
import { readBacklogs, type Backlog } from "./read-backlogs.ts";

export const getQueueStatus = readEndpoint({
  path: "/api/queue-status",
  operationId: "getQueueStatus",
  tag: "Deliveries",
  summary: "Count what waits, is under way, is held and is dead, by destination",
  description:
    "Of each destination at most a thousand rows are counted, fewer where there are many destinations.",
  access: { permission: "leads:read" },
  query: z.strictObject({ client_id: idQuery }),
  answer: queueStatusSchema,
  async handle({ query, access, dependencies }) {
    const scope = narrowScope(access.scope, query.client_id);
    const [{ backlogs, most }, letters, inKv] = await Promise.all([
      readBacklogs(scope, dependencies),
      countOpenLetters(scope, dependencies),
      scope.isInstallation ? countOutside(dependencies) : { spilled: null, parked: null, queues: null },
    ]);
    const waiting = backlogs.filter(
      ({ looked, later, held, destination: { enabled, health } }) =>
        looked + later + held > 0 || (enabled === 1 && health?.state === "down"),
    );
    const standings = await readStandings(
      scope,
      waiting.map(({ destination }) => ({ disabled_reason: null, disabled_at: null, ...destination })),
      dependencies,
    );
    return {
      body: {
        server_time: dependencies.now(),
        ...figuresOf(waiting, most),
        dead: letters.total,
        ...inKv,
        destinations: waiting
          .toSorted((a, b) => (a.oldest_due_at ?? Infinity) - (b.oldest_due_at ?? Infinity))
          .map((backlog) => ({
            ...nameOf(backlog),
            ...figuresOf([backlog], most),
            standing: standingOf(standings.get(backlog.destination.id)),
            failing_status_code: backlog.failing_status_code,
          })),
      },
    };
  },
});

/** It takes leads where nothing says otherwise. */
const standingOf = ({ state, words, since, until }: Omit<DestinationStanding, "caps"> = takesLeads) => ({
  state,
  words,
  since,
  until,
});
const takesLeads = { state: "on", words: "takes leads", since: null, until: null } as const;

const nameOf = ({ destination: { id, name, client_id, enabled, health } }: Backlog) => ({
  id,
  name,
  client_id,
  enabled: enabled === 1,
  health:
    health === null
      ? null
      : { state: health.state, since: health.since, next_probe_at: health.next_probe_at },
});

function figuresOf(backlogs: readonly Backlog[], most: number) {
  const sum = (of: (backlog: Backlog) => number, isMore: (backlog: Backlog) => boolean): Counted => ({
    count: backlogs.reduce((total, backlog) => total + of(backlog), 0),
    is_more: backlogs.some(isMore),
  });
  const times = backlogs.flatMap(({ oldest_due_at }) => oldest_due_at ?? []);
  return {
    due: sum(
      ({ due }) => due,
      ({ looked }) => looked >= most,
    ),
    later: sum(
      ({ later }) => later,
      ({ later }) => later >= most,
    ),
    in_flight: sum(
      ({ in_flight }) => in_flight,
      ({ looked }) => looked >= most,
    ),
    held: sum(
      ({ held }) => held,
      ({ held }) => held >= most,
    ),
    failing: sum(
      ({ failing }) => failing,
      ({ failing_is_more }) => failing_is_more,
    ),
    oldest_due_at: times.length === 0 ? null : Math.min(...times),
  };
}

const timeLimitMs = 5_000;

/** What lies outside the databases; null for what does not answer. */
async function countOutside({ kv, queueBacklogs }: AdminDependencies) {
  const count = async (prefix: string): Promise<Counted | null> => {
    try {
      const kept = await withTimeLimit(timeLimitMs, keptInKv(kv, prefix));
      return { count: kept.count, is_more: kept.isMore };
    } catch {
      return null;
    }
  };
  const [spilled, parked, queues] = await Promise.all([
    count(kvPrefixes.spill),
    count(kvPrefixes.deadLetter),
    queueBacklogs(),
  ]);
  return { spilled, parked, queues };
}
