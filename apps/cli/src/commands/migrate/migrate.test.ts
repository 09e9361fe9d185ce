import { describe, expect, it } from "vitest";
import { run } from "../../../test/outside-in-memory.ts";

const missing = `Migrations to be applied:
│ 0002_operators.sql     │
│ 0003_control_plane.sql │`;

/** A wrangler that lists what it is told to, and applies or fails. */
function wrangler({ list = missing, listStatus = 0, applyStatus = 0 } = {}) {
  const calls: string[] = [];
  const runProgram = async (command: string, args: readonly string[]) => {
    expect(command).toMatch(/wrangler$/);
    calls.push(args.slice(2).join(" "));
    return args[2] === "list" ? { status: listStatus, output: list } : { status: applyStatus, output: "" };
  };
  return { calls, runProgram };
}

describe("migrate", () => {
  it("shows what is missing, and applies it after a yes", async () => {
    const { calls, runProgram } = wrangler();
    const { code, out, err } = await run(["migrate"], {
      runProgram,
      typed: [["Apply to the local database?", "y"]],
    });
    expect(err).toContain("Missing in the local database:\n  0002_operators.sql\n  0003_control_plane.sql\n");
    expect(out).toBe("Applied to the local database:\n  0002_operators.sql\n  0003_control_plane.sql\n");
    expect(calls).toEqual([
      "list DB -c wrangler.consumer.toml --local",
      "apply DB -c wrangler.consumer.toml --local",
    ]);
    expect(code).toBe(0);
  });

  it("leaves the database alone after a no", async () => {
    const { calls, runProgram } = wrangler();
    const { err } = await run(["migrate"], { runProgram, typed: [["Apply to the local database?", "n"]] });
    expect(err).toContain("Nothing was changed.");
    expect(calls).toHaveLength(1);
  });

  it("without a terminal asks for --yes instead of waiting", async () => {
    const { calls, runProgram } = wrangler();
    const { code, err } = await run(["migrate", "--remote"], { runProgram });
    expect(code).toBe(2);
    expect(err).toContain("give --yes");
    expect(calls).toEqual(["list DB -c wrangler.consumer.toml --remote"]);
  });

  it("with --yes applies at once, to the state it is told", async () => {
    const { calls, runProgram } = wrangler();
    await run(["migrate", "--yes", "--state-dir", "/tmp/state"], { runProgram });
    expect(calls.at(-1)).toBe("apply DB -c wrangler.consumer.toml --local --persist-to /tmp/state");
  });

  it("applies nothing where nothing is missing, nor on a dry run", async () => {
    const upToDate = wrangler({ list: "No migrations to apply!" });
    expect((await run(["migrate", "--yes"], upToDate)).out).toBe(
      "Nothing to do: the local database is up to date.\n",
    );
    const dry = wrangler();
    const { out } = await run(["migrate", "--dry-run", "-o", "json"], dry);
    expect(JSON.parse(out)).toMatchObject({ database: "local", applied: false });
    expect([...upToDate.calls, ...dry.calls].every((call) => call.startsWith("list"))).toBe(true);
  });

  it.each([
    [{ listStatus: 1, list: "not authenticated" }, "not authenticated"],
    [{ applyStatus: 1 }, "not applied to their end"],
  ])("is an error when wrangler fails: %j", async (fails, what) => {
    const { code, err } = await run(["migrate", "--yes"], wrangler(fails));
    expect(code).toBe(1);
    expect(err).toContain(what);
  });

  it("does not take --local and --remote at once", async () => {
    expect((await run(["migrate", "--local", "--remote"], wrangler())).code).toBe(2);
  });
});
