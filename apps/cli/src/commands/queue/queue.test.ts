import { describe, expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, problem, run, testNow } from "../../../test/outside-in-memory.ts";

const none = {
  scheduled: 0,
  delivered: 0,
  waiting: 0,
  dead: 0,
  cancelled: 0,
  taken_over: 0,
  queued: 0,
  skipped: [],
};
const plan = {
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
  },
  created_by: "opr_1",
  created_at: testNow,
  expires_at: testNow + 86_400_000,
  applied_by: null,
  applied_at: null,
  finished_at: null,
};
const standing = (state: string, progress: Partial<typeof none>) => ({
  ...plan,
  state,
  progress: { planned: 300, ...none, ...progress },
  estimated_end_at: null,
});
const done = standing("done", { scheduled: 300, delivered: 300 });

/** A server that plans, and when applied stands where the list says, one place further each time it is asked. */
function replaying(places: (ReturnType<typeof standing> | "away")[], planned: object = plan) {
  const left = [...places];
  const begun = standing("running", {});
  return ({ method, url }: Request) => {
    if (method === "POST") return json(url.endsWith("/apply") ? begun : planned, { status: 201 });
    const next = left.length > 1 ? left.shift() : left[0];
    if (next === "away") throw new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") });
    return json(next ?? begun);
  };
}
const methods = (sent: { request: Request }[]) =>
  sent.map(({ request }) => `${request.method} ${new URL(request.url).pathname}`);

describe("a plan", () => {
  it("is shown, and nothing is sent", async () => {
    const { code, out, err, sent } = await run(["queue", "replay"], { env, server: replaying([]) });
    expect(out).toContain("To send     300\n");
    expect(out).toContain("Pace        30 a second at each destination, about 10 seconds\n");
    expect(out).toContain("Left out    7: its destination is disabled\n");
    expect(err).toContain("leadrelay queue replay --plan rpl_1 --apply");
    expect([code, methods(sent)]).toEqual([0, ["POST /api/replays"]]);
  });

  it("is made of the whole filter", async () => {
    const narrow = [
      "--since",
      "2h",
      "--client",
      "cli_1",
      "--client",
      "cli_2",
      "--code",
      "400,503",
      "--cause",
      "refused",
    ];
    const { sent } = await run(["queue", "replay", ...narrow, "--per-second", "0.5"], {
      env,
      server: replaying([]),
    });
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      filter: {
        status: "dead",
        since: testNow - 7_200_000,
        client_ids: ["cli_1", "cli_2"],
        status_codes: [400, 503],
        causes: ["refused"],
      },
      per_second: 0.5,
    });
  });

  it("has no pace when none is wanted, and the server's when nothing is said", async () => {
    const bodyOf = async (...args: string[]) => {
      const { sent } = await run(["queue", "replay", ...args], { env, server: replaying([]) });
      return JSON.parse(sent[0]?.body ?? "") as unknown;
    };
    expect(await bodyOf("--per-second", "none", "--status", "held")).toEqual({
      filter: { status: "held" },
      per_second: null,
    });
    expect(await bodyOf()).toEqual({ filter: { status: "dead" } });
  });

  it("of nothing ends with 5 and says what was left out", async () => {
    const empty = {
      ...plan,
      id: null,
      state: "empty",
      summary: { ...plan.summary, count: 0, destinations: [], oldest: null, newest: null },
    };
    const { code, out, sent } = await run(["queue", "replay", "--apply", "--yes"], {
      env,
      server: replaying([], empty),
    });
    expect(out).toContain("7: its destination is disabled");
    expect([code, sent.length]).toEqual([5, 1]);
  });
});

describe("applying a plan", () => {
  const apply = ["queue", "replay", "--apply", "--yes"];

  it("asks first; a no sends nothing", async () => {
    const { code, sent } = await run(["queue", "replay", "--apply"], {
      env,
      server: replaying([]),
      typed: [["Send 300 again?", "n"]],
    });
    expect([code, methods(sent)]).toEqual([0, ["POST /api/replays"]]);
  });

  it("without a terminal it takes a --yes", async () => {
    const { code, sent } = await run(["queue", "replay", "--apply"], { env, server: replaying([]) });
    expect([code, methods(sent)]).toEqual([2, ["POST /api/replays"]]);
  });

  it("follows it in plain lines until all has arrived", async () => {
    const places = [30, 120, 210, 299].map((delivered) =>
      standing("running", { scheduled: 300, delivered, waiting: 300 - delivered }),
    );
    const { code, out, err } = await run(apply, { env, server: replaying([...places, done]) });
    expect(err).toContain(
      "replayed 0 of 300\nreplayed 120 of 300\nreplayed 299 of 300\nreplayed 300 of 300\n",
    );
    expect(out).toContain("Delivered  300\n");
    expect(code).toBe(0);
  });

  it("draws a bar at a terminal, and nothing of it on standard output", async () => {
    const { out, err } = await run(["queue", "replay", "--apply"], {
      env,
      server: replaying([done]),
      typed: [["Send 300 again?", "y"]],
    });
    expect(err).toContain("replayed 300 of 300");
    expect(out).toMatch(/^Replay +rpl_1\n/);
  });

  it("goes on through a restart of the server", async () => {
    const half = standing("running", { scheduled: 300, delivered: 150, waiting: 150 });
    const { code } = await run(apply, { env, server: replaying([half, "away", "away", "away", done]) });
    expect(code).toBe(0);
  });

  it("gives up on a server that stays away, after two minutes", async () => {
    const { code, err, sent } = await run(apply, { env, server: replaying(["away"]) });
    expect(code).toBe(1);
    expect(err).toContain("then the server could not be asked");
    expect(err).toContain("leadrelay queue replay --plan rpl_1");
    expect(sent).toHaveLength(2 + 120);
  });

  it("waits for what is scheduled and not yet sent", async () => {
    const waiting = standing("done", { scheduled: 300, delivered: 10, waiting: 290 });
    const { code, out } = await run(apply, { env, server: replaying([waiting, waiting, done]) });
    expect([code, out.includes("Delivered  300")]).toEqual([0, true]);
  });

  it.each([
    [
      "some failed again",
      standing("done", { scheduled: 300, delivered: 290, dead: 10 }),
      "Not all of it arrived",
    ],
    [
      "some is held",
      standing("done", { scheduled: 300, delivered: 290, waiting: 10 }),
      "waits for a later try",
    ],
    ["it was cancelled", standing("cancelled", { scheduled: 30, delivered: 30 }), "cancelled"],
  ])("ends with 4 when %s", async (_why, end, what) => {
    const { code, err } = await run(apply, { env, server: replaying([end]) });
    expect(code).toBe(4);
    expect(err).toContain(what);
  });

  it("need not be waited for", async () => {
    const { code, sent } = await run([...apply, "--no-follow"], { env, server: replaying([done]) });
    expect([code, methods(sent)]).toEqual([0, ["POST /api/replays", "POST /api/replays/rpl_1/apply"]]);
  });

  it("as JSON gives one document, where it stands at its end", async () => {
    const { out } = await run([...apply, "-o", "json"], { env, server: replaying([done]) });
    expect(JSON.parse(out)).toEqual(done);
  });
});

describe("--plan", () => {
  it("follows what is under way, without applying it again", async () => {
    const { code, sent } = await run(["queue", "replay", "--plan", "rpl_1"], {
      env,
      server: replaying([standing("running", {}), done]),
    });
    expect([code, methods(sent)]).toEqual([0, Array(2).fill("GET /api/replays/rpl_1")]);
  });

  it("applies a plan only with --apply", async () => {
    const planned = standing("planned", {});
    const shown = await run(["queue", "replay", "--plan", "rpl_1"], { env, server: replaying([planned]) });
    expect(methods(shown.sent)).toEqual(["GET /api/replays/rpl_1"]);
    const applied = await run(["queue", "replay", "--plan", "rpl_1", "--apply", "--yes"], {
      env,
      server: replaying([planned, done]),
    });
    expect(methods(applied.sent)).toContain("POST /api/replays/rpl_1/apply");
  });

  it("tells what is over", async () => {
    const { out, sent } = await run(["queue", "replay", "--plan", "rpl_1"], {
      env,
      server: replaying([done]),
    });
    expect([out.includes("Delivered  300"), sent.length]).toEqual([true, 1]);
  });

  it("that is none of one's own is refused with its reason", async () => {
    const server = () => problem(404, "not-found", "There is no replay with this id.");
    expect((await run(["queue", "replay", "--plan", "nope"], { env, server })).code).toBe(1);
  });
});

it.each([
  [["--per-second", "0"], "From 0.1 to 1000"],
  [["--per-second", "fast"], "a number from 0"],
  [["--code", "4xx"], "400,503"],
  [["--status", "delivered"], "Allowed choices are dead"],
])("%j is a wrong usage", async (args, what) => {
  const { code, err } = await run(["queue", "replay", ...args], { env });
  expect(code).toBe(2);
  expect(err).toContain(what);
});
