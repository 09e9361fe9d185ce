import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { newFolder, run } from "../test/outside-in-memory.ts";
import { versionText } from "./version.ts";

const commit = "95f17de0a1b2c3d4e5f60718293a4b5c6d7e8f90";

function checkout(files: Readonly<Record<string, string>>): string {
  const root = newFolder();
  for (const [file, text] of Object.entries({ "apps/cli/package.json": '{"version":"1.2.3"}', ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return versionText(join(root, "apps/cli"));
}

it.each([
  ["a branch", { ".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": `${commit}\n` }, true],
  [
    "a packed branch",
    { ".git/HEAD": "ref: refs/heads/main\n", ".git/packed-refs": `# pack\n${commit} refs/heads/main\n` },
    true,
  ],
  ["a commit", { ".git/HEAD": `${commit}\n` }, true],
  [
    "a worktree",
    {
      ".git": "gitdir: ./main/worktrees/x\n",
      "main/worktrees/x/HEAD": "ref: refs/heads/x\n",
      "main/worktrees/x/commondir": "../..\n",
      "main/refs/heads/x": `${commit}\n`,
    },
    true,
  ],
  ["no checkout", {}, false],
  ["a branch without a commit", { ".git/HEAD": "ref: refs/heads/main\n" }, false],
])("the version of %s has its commit where there is one", (_what, files, isKnown) => {
  expect(checkout(files)).toBe(isKnown ? "1.2.3 (95f17de0a1b2)" : "1.2.3");
});

it.each(["--version", "-V"])("%s is told and ends with 0", async (flag) => {
  const { code, out } = await run([flag]);
  expect([code, out]).toEqual([0, `leadrelay ${versionText()}\n`]);
  expect(out).toMatch(/^leadrelay \d+\.\d+\.\d+/);
});
