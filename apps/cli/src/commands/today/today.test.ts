import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const need = {
  kind: "destination_down",
  severity: "problem",
  title: "Make does not answer.",
  detail: "3 leads wait for it.",
  action: "See what it answers",
  command: "leadrelay destination show dst_1",
  ask: null,
  since: testNow - 3_600_000,
  count: 3,
  is_more: false,
  client_id: "cli_1",
  destination_id: "dst_1",
  form_id: null,
};
const home = {
  needs: [need, { ...need, severity: "notice", since: null, title: "It can wait." }],
  today: {
    since: 0,
    leads: 12,
    leads_last_week: 9,
    hours: [],
    hours_last_week: [],
    delivered: 11,
    latency_p50_ms: 900,
    latency_p95_ms: null,
  },
  last_lead_at: testNow - 60_000,
  has_leads: true,
  open_dead_letters: 2,
  destinations: [],
};

it("what needs a person stands first, as the API orders it, each with its one command", async () => {
  const { code, out } = await run(["today"], { env, server: () => json(home) });
  expect(code).toBe(0);
  expect(out).toMatch(
    /^PROBLEM {2}Make does not answer\. Since .+\. 3 leads wait for it\.\n {9}→ `leadrelay destination show dst_1`\n/,
  );
  expect(out).toMatch(/^notice {3}It can wait\. 3 leads/m);
  expect(out).toMatch(/^Leads today +12, 9 by this time a week ago$/m);
  expect(out).toMatch(/^Half within +0\.9 s$/m);
  expect(out).not.toContain("95 % within");
  expect(out).toMatch(/^Dead letters +2 open$/m);
});

it("where nothing does that is said, and a client who has had no lead is told so", async () => {
  const calm = { ...home, needs: [], last_lead_at: null, open_dead_letters: 0 };
  const { out } = await run(["today"], { env, server: () => json(calm) });
  expect(out).toMatch(/^Nothing needs you\.\n/);
  expect(out).toMatch(/^Last lead +none in nine days$/m);
  expect(out).toMatch(/^Dead letters +none open$/m);
});

it("a command is told as it is typed here, and whom to ask for one that is not for the caller", async () => {
  const theirs = { ...need, command: "leadrelay destination enable dst_1", ask: "an owner or admin" };
  const { out } = await run(["today"], {
    env,
    server: () => json({ ...home, needs: [need, theirs] }),
    calledAs: "./leadrelay",
  });
  expect(out).toContain("→ `./leadrelay destination show dst_1`");
  expect(out).toContain("→ Ask an owner or admin: `./leadrelay destination enable dst_1`");
});

it("today begins at this machine's midnight", async () => {
  const { sent } = await run(["today", "--client", "cli_1"], { env, server: () => json(home) });
  const { searchParams } = new URL(sent.at(-1)?.request.url ?? "");
  expect(searchParams.get("client_id")).toBe("cli_1");
  const since = Number(searchParams.get("since"));
  expect(testNow - since).toBeGreaterThanOrEqual(0);
  expect(testNow - since).toBeLessThan(26 * 3_600_000);
});
