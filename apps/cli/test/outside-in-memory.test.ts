import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { newFolder, run } from "./outside-in-memory.ts";

let folders: string[] = [];

it("a test has folders of its own", async () => {
  const { configDir } = await run(["--help"]);
  folders = [newFolder(), configDir];
  expect(folders.map(existsSync)).toEqual([true, true]);
});

it("they are gone when it is over", () => expect(folders.map(existsSync)).toEqual([false, false]));
