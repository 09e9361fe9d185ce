import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keyEnv } from "../../../test/fake-installation.ts";
import { json, newFolder, run } from "../../../test/outside-in-memory.ts";

const missing = `Migrations to be applied:
│ 0002_operators.sql     │
│ 0003_control_plane.sql │`;

/** The local stack's state, as it is once it was started. */
function localState(): { STATE_DIR: string } {
  const folder = newFolder();
  mkdirSync(join(folder, "v3", "d1"), { recursive: true });
  return { STATE_DIR: folder };
}

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
    const env = localState();
    const { code, out, err } = await run(["migrate"], {
      env,
      runProgram,
      typed: [["Apply to the local database?", "y"]],
    });
    expect(err).toMatch(new RegExp(`^This is the local database: ${env.STATE_DIR}\n`));
    expect(err).toContain("Missing in the local database:\n  0002_operators.sql\n  0003_control_plane.sql\n");
    expect(out).toBe("Applied to the local database:\n  0002_operators.sql\n  0003_control_plane.sql\n");
    expect(calls).toEqual([
      `list DB -c wrangler.consumer.toml --local --persist-to ${env.STATE_DIR}`,
      `apply DB -c wrangler.consumer.toml --local --persist-to ${env.STATE_DIR}`,
    ]);
    expect(code).toBe(0);
  });

  it("leaves the database alone after a no", async () => {
    const { calls, runProgram } = wrangler();
    const { err } = await run(["migrate"], {
      env: localState(),
      runProgram,
      typed: [["Apply to the local database?", "n"]],
    });
    expect(err).toContain("Nothing was changed.");
    expect(calls).toHaveLength(1);
  });

  it("without a terminal asks for --yes instead of waiting", async () => {
    const { calls, runProgram } = wrangler();
    const { code, err } = await run(["migrate", "--remote"], { runProgram });
    expect(code).toBe(2);
    expect(err).toMatch(/^This is the deployment's database: leadrelay, /);
    expect(err).toContain("give --yes");
    expect(calls).toEqual(["list DB -c wrangler.consumer.toml --remote"]);
  });

  it("with --yes applies at once, to the state it is told", async () => {
    const { calls, runProgram } = wrangler();
    const { STATE_DIR } = localState();
    await run(["migrate", "--yes", "--state-dir", STATE_DIR], { env: localState(), runProgram });
    expect(calls.at(-1)).toBe(`apply DB -c wrangler.consumer.toml --local --persist-to ${STATE_DIR}`);
  });

  it("does nothing where there is no local database, and makes none", async () => {
    const { calls, runProgram } = wrangler();
    const STATE_DIR = join(newFolder(), "state");
    const { code, err } = await run(["migrate", "--yes"], { env: { STATE_DIR }, runProgram });
    expect([code, calls, existsSync(STATE_DIR)]).toEqual([1, [], false]);
    expect(err).toContain(`There is no local database at ${STATE_DIR}.`);
    expect(err).toContain("`npm start`, or set STATE_DIR");
  });

  it.each([
    ["All 12 migrations are applied.", "ok", missing, true],
    ["DB lacks 0002_operators.sql.", "problem", "No migrations to apply!", true],
    ["DB lacks 0002_operators.sql.", "problem", missing, false],
  ])("compares with the installation signed in to: %s", async (message, state, list, differs) => {
    const server = () => json({ checks: [{ name: "migrations", state, message }] });
    const env = { ...localState(), ...keyEnv };
    const { err } = await run(["migrate", "--dry-run"], { ...wrangler({ list }), env, server });
    const warning = `Warning: Not the database of ${keyEnv.LEADRELAY_URL}, which you are signed in to: of that it says "${message}"\n`;
    expect(err.includes(warning)).toBe(differs);
  });

  it("needs nobody signed in, and no installation that answers", async () => {
    const { code, err } = await run(["migrate", "--yes"], {
      ...wrangler(),
      env: { ...localState(), ...keyEnv },
    });
    expect([code, err]).toEqual([0, expect.stringContaining("is not known")]);
  });

  it("applies nothing where nothing is missing, nor on a dry run", async () => {
    const upToDate = wrangler({ list: "No migrations to apply!" });
    expect((await run(["migrate", "--yes"], { ...upToDate, env: localState() })).out).toBe(
      "Nothing to do: the local database is up to date.\n",
    );
    const dry = wrangler();
    const { out } = await run(["migrate", "--dry-run", "-o", "json"], { ...dry, env: localState() });
    expect(JSON.parse(out)).toMatchObject({ database: "local", applied: false });
    expect([...upToDate.calls, ...dry.calls].every((call) => call.startsWith("list"))).toBe(true);
  });

  it.each([
    [{ listStatus: 1, list: "not authenticated" }, "not authenticated"],
    [{ applyStatus: 1 }, "not applied to their end"],
  ])("is an error when wrangler fails: %j", async (fails, what) => {
    const { code, err } = await run(["migrate", "--yes"], { ...wrangler(fails), env: localState() });
    expect(code).toBe(1);
    expect(err).toContain(what);
  });

  it("does not take --local and --remote at once", async () => {
    expect((await run(["migrate", "--local", "--remote"], wrangler())).code).toBe(2);
  });
});
