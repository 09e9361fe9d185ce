import type { components } from "@leadrelay/client/schema.gen";
import { json, testNow } from "./outside-in-memory.ts";

/** A replay that nothing came of yet. */
export const none = {
  scheduled: 0,
  delivered: 0,
  waiting: 0,
  dead: 0,
  cancelled: 0,
  taken_over: 0,
  queued: 0,
  skipped: [],
};
/** A plan of 300 deliveries. */
export const plan = {
  id: "rpl_1",
  state: "planned",
  filter: { status: "dead" },
  per_second: 30,
  summary: {
    count: 300,
    messages: 0,
    oldest: testNow - 3_600_000,
    newest: testNow - 60_000,
    destinations: [{ id: "dst_1", client_id: "cli_1", name: "Make", count: 300 }],
    estimated_ms: 10_000,
    skipped: [{ reason: "destination_disabled", count: 7, meaning: "its destination is disabled" }],
    is_complete: true,
    release: null as null | {
      submissions: number;
      leaves_more: boolean;
      rules: { rule: string; count: number }[];
    },
  },
  elsewhere: [] as components["schemas"]["Replay"]["elsewhere"],
  created_by: "opr_1",
  created_at: testNow,
  expires_at: testNow + 86_400_000,
  applied_by: null,
  applied_at: null,
  finished_at: null as number | null,
};
/** Where that replay stands. */
export const standing = (state: string, progress: Partial<typeof none>) => ({
  ...plan,
  state,
  progress: { planned: 300, ...none, ...progress },
  estimated_end_at: null,
});
/** Where it stands at its end. */
export const done = standing("done", { scheduled: 300, delivered: 300 });

/** A server that plans, and when applied stands where the list says, one place further each time it is asked. */
export function replaying(
  places: (ReturnType<typeof standing> | "away")[],
  planned: object = plan,
  down: object[] = [],
) {
  const left = [...places];
  const begun = standing("running", {});
  return ({ method, url }: Request) => {
    if (url.includes("/api/queue-status")) return json({ destinations: down });
    if (method === "POST") return json(url.endsWith("/apply") ? begun : planned, { status: 201 });
    const next = left.length > 1 ? left.shift() : left[0];
    if (next === "away") throw new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") });
    return json(next ?? begun);
  };
}
/** What was asked, in order. */
export const methods = (sent: { request: Request }[]) =>
  sent
    .map(({ request }) => `${request.method} ${new URL(request.url).pathname}`)
    .filter((one) => !one.endsWith("/api/queue-status"));
