import { describe, expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { run } from "../../../test/outside-in-memory.ts";
import { done, methods, replaying, standing } from "../../../test/replaying.ts";

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
    expect(sent).toHaveLength(3 + 120);
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
