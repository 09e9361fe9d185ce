import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { newFolder, run } from "../test/outside-in-memory.ts";
import { versionText } from "./version.ts";

const commit = "95f17de0a1b2c3d4e5f60718293a4b5c6d7e8f90";

function checkout(files: Readonly<Record<string, string>>, version = "1.2.3"): string {
  const root = newFolder();
  const packaged = { "apps/cli/package.json": JSON.stringify({ version }), ...files };
  for (const [file, text] of Object.entries(packaged)) {
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
  expect(checkout(files)).toBe(isKnown ? "1.2.3 (commit 95f17de0a1b2)" : "1.2.3");
});

it("what was never released is told by its commit, as far as that is known", () => {
  expect(checkout({ ".git/HEAD": `${commit}\n` }, "0.0.0")).toBe("commit 95f17de0a1b2, not released");
  expect(checkout({}, "0.0.0")).toBe("of an unknown commit, not released");
});

it.each(["--version", "-V"])("%s tells what a fault is reported with, and ends with 0", async (flag) => {
  const { code, out } = await run([flag]);
  expect(code).toBe(0);
  expect(out).toBe(
    `LeadRelay ${versionText()}\nNode ${process.versions.node}, ${process.platform} ${process.arch}\n`,
  );
});
