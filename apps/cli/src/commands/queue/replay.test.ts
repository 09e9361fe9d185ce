import { describe, expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, problem, run, testNow } from "../../../test/outside-in-memory.ts";
import { done, methods, plan, replaying, standing } from "../../../test/replaying.ts";

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

  it("that the server makes in steps is asked for until it is whole, and says how far it is", async () => {
    const step = (examined: number) => ({ ...plan, state: "planning", examined });
    const steps = [step(20_000), { ...plan, examined: null }];
    const server = ({ url }: Request) => {
      if (url.endsWith("/continue")) return json(steps.shift());
      return json(url.includes("/queue-status") ? { destinations: [] } : step(10_000));
    };
    const { code, out, err, sent } = await run(["queue", "replay"], { env, server });
    expect(methods(sent)).toEqual([
      "POST /api/replays",
      ...Array<string>(2).fill("POST /api/replays/rpl_1/continue"),
    ]);
    expect(err).toContain("looked at 10000");
    expect([code, out.includes("To send     300\n")]).toEqual([0, true]);
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

it("a plan of nothing tells what else waits, and the command that plans it, one a line", async () => {
  const narrowed = { client_ids: ["cli_1"], destination_ids: ["dst_1"] };
  const elsewhere = [
    { meaning: "8 wait for their next try", filter: { status: "pending", ...narrowed } },
    {
      meaning: "3 dead letters of another kind, unknown_form",
      filter: { status: "dead", kinds: ["unknown_form"] },
    },
    { meaning: "2 are due now or being sent, which goes on by itself", filter: null },
  ];
  const empty = {
    ...plan,
    id: null,
    state: "empty",
    summary: { ...plan.summary, count: 0, destinations: [], skipped: [] },
    elsewhere: elsewhere.map((one) => ({ count: 1, is_more: false, ...one })),
  };
  const { code, out, err } = await run(["queue", "replay"], { env, server: replaying([], empty) });
  expect(code).toBe(5);
  expect(out.split("\n").map((line) => line.replace("Else there is", "").trim())).toEqual(
    expect.arrayContaining([
      "8 wait for their next try:",
      "leadrelay queue replay --status pending --client cli_1 --destination dst_1",
      "3 dead letters of another kind, unknown_form:",
      "leadrelay queue replay --status dead --kind unknown_form",
      "2 are due now or being sent, which goes on by itself:",
      "leadrelay queue status",
    ]),
  );
  expect(err).toContain("What else waits is told above.");
});

const nothing = {
  id: null,
  state: "empty",
  summary: { ...plan.summary, count: 0, destinations: [], skipped: [] },
};
it.each<[status: string, told: string[], untold: string[]]>([
  ["dead", ["`leadrelay queue replay --status cancelled`", "`leadrelay unsent list`"], []],
  ["cancelled", ["`leadrelay unsent list`"], ["--status cancelled"]],
  ["unsent", ["`leadrelay unsent list`", "`leadrelay lead find`"], ["--status cancelled"]],
])("a plan of nothing of %s says where else to look", async (status, told, untold) => {
  const empty = { ...plan, ...nothing, filter: { status } };
  const { code, err } = await run(["queue", "replay"], { env, server: replaying([], empty) });
  expect(code).toBe(5);
  for (const words of ["There is nothing to send", ...told]) expect(err).toContain(words);
  for (const words of untold) expect(err).not.toContain(words);
});

it("a server of before, which does not tell what else waits, is understood", async () => {
  const { elsewhere: _, ...older } = { ...plan, ...nothing };
  const { code, err } = await run(["queue", "replay"], { env, server: replaying([], older) });
  expect([code, err]).toEqual([5, expect.stringContaining("There is nothing to send.")]);
});

const health = { state: "down", since: testNow - 3_600_000, next_probe_at: null };
it.each<[what: string, destinations: object[], isTold: boolean]>([
  ["is down", [{ id: "dst_1", name: "Make", health }], true],
  ["is slow", [{ id: "dst_1", name: "Make", health: { ...health, state: "slow" } }], false],
  ["is well, and another is down", [{ id: "dst_2", name: "Other", health }], false],
])("a plan to a destination that %s says so, or does not", async (_what, destinations, isTold) => {
  for (const args of [[], ["--apply", "--yes", "--no-follow"]]) {
    const server = replaying([], plan, destinations);
    const { err } = await run(["queue", "replay", ...args], { env, server });
    expect(err.includes("Make is down since")).toBe(isTold);
    expect(err.includes("`leadrelay destination test dst_1`")).toBe(isTold);
  }
});

it("what is not the caller's to know keeps no plan from being shown", async () => {
  const server = (request: Request) =>
    request.url.includes("/api/queue-status") ? problem(403, "not-permitted", "No.") : replaying([])(request);
  const { code } = await run(["queue", "replay"], { env, server });
  expect(code).toBe(0);
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

  const last = standing("done", { scheduled: 300, delivered: 290, waiting: 10 });

  it("follows the last sends of one whose steps are over", async () => {
    const { code, out } = await run(["queue", "replay", "--plan", "rpl_1"], {
      env,
      server: replaying([{ ...last, finished_at: testNow }, last, done]),
    });
    expect([code, out.includes("Delivered  300")]).toEqual([0, true]);
  });

  it("tells at once what waits for a later try where the last sends had their turn a minute ago", async () => {
    const { code, err, sent } = await run(["queue", "replay", "--plan", "rpl_1"], {
      env,
      server: replaying([{ ...last, finished_at: testNow - 60_000 }, done]),
    });
    expect([code, sent.length]).toEqual([4, 1]);
    expect(err).toContain("waits for a later try");
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

describe("one that is stopped", () => {
  const stopped = standing("cancelled", { scheduled: 150, delivered: 110, dead: 10, waiting: 30 });
  const told =
    "It was cancelled: 120 were sent again, 30 had their time already and are still sent, 150 are left. To send those, plan anew: leadrelay queue replay\n";

  it("tells what was sent, what still is, and what is left", async () => {
    const { code, out, sent } = await run(["queue", "cancel", "rpl_1"], {
      env,
      server: replaying([stopped]),
    });
    expect([code, out]).toEqual([0, told]);
    expect(methods(sent)).toEqual(["POST /api/replays/rpl_1/cancel", "GET /api/replays/rpl_1"]);
    const over = await run(["queue", "cancel", "rpl_1"], { env, server: replaying([done]) });
    expect(over.out).toBe("It was over before: it is done, and stays so.\n");
  });

  it("is told so when its plan is applied again", async () => {
    const args = ["queue", "replay", "--plan", "rpl_1", "--apply"];
    const { code, err } = await run(args, { env, server: replaying([stopped]) });
    expect([code, err]).toEqual([4, told]);
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
