import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { run } from "../../../test/outside-in-memory.ts";

const script = async (shell: string) => (await run(["completion", shell])).out;

/** What bash would offer for the last of these words. */
async function offered(...words: string[]): Promise<string[]> {
  const line = words.map((word) => `'${word}'`).join(" ");
  const press = `COMP_WORDS=(leadrelay ${line}); COMP_CWORD=${words.length}; _leadrelay; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync("bash", ["--norc", "-c", `${await script("bash")}\n${press}`], {
    encoding: "utf8",
  });
  return out.trim().split("\n");
}

it("bash is offered commands, their options, and the values there are", async () => {
  expect(await offered("lo")).toEqual(["login", "logout"]);
  expect(await offered("login", "--e")).toEqual(["--email"]);
  expect(await offered("completion", "")).toEqual(expect.arrayContaining(["bash", "zsh", "fish"]));
  expect(await offered("whoami", "--output", "")).toEqual(["table", "json", "csv", "ndjson"]);
  expect(await offered("address", "allow", "--usage", "")).toEqual(["testing", "internal"]);
  expect(await offered("login", "--email", "")).toEqual([""]);
  expect(await offered("--profile", "acme", "who")).toEqual(["whoami"]);
});

it("a key press runs nothing that was typed", async () => {
  expect(await offered("$(echo login)", "who")).toEqual(["whoami"]);
});

it.each(["bash", "zsh", "fish"])("the script for %s may be read twice", async (shell) => {
  const text = await script(shell);
  expect(text).toContain("leadrelay");
  expect(text).not.toMatch(/undefined|\[object/);
});

it("another shell is a wrong usage", async () => expect((await run(["completion", "csh"])).code).toBe(2));
