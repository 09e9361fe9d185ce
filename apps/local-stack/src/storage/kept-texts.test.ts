import { readdirSync } from "node:fs";
import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keptText } from "./kept-texts.ts";

let folder: string;
let source: string;
let made: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "leadrelay-kept-"));
  source = join(folder, "source.ts");
  await writeFile(source, "export const a = 1;");
  await utimes(source, 1_000, 1_000);
  made = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const make = async () => ({ text: `text ${(made += 1)}`, sources: [source] });
const ask = (name = "consumer", within = folder) => keptText(name, make, within);

it("is made once while its sources are as they were, for each name", async () => {
  expect([await ask(), await ask(), await ask("producer"), await ask()]).toEqual([
    "text 1",
    "text 1",
    "text 2",
    "text 1",
  ]);
});

it.each<[string, () => Promise<void>]>([
  ["has other words", () => writeFile(source, "export const a = 12;")],
  ["has as many words and another time", () => utimes(source, 1, 1)],
])("is made anew where a source %s", async (_, change) => {
  await ask();
  await change();
  expect(await ask()).toBe("text 2");
});

it("is not kept where a source changed while it was made", async () => {
  const changing = async () => {
    await utimes(source, Date.now() / 1000 + 60, Date.now() / 1000 + 60);
    return make();
  };
  await keptText("consumer", changing, folder);
  expect(await ask()).toBe("text 2");
});

it("is made anew where what was kept cannot be read, and where a source is gone", async () => {
  await ask();
  const file = readdirSync(folder).find((name) => name.endsWith(".json"));
  await writeFile(join(folder, file ?? ""), "{broken");
  expect(await ask()).toBe("text 2");
  await rm(source);
  expect(await ask()).toBe("text 3");
});

it("a folder that cannot be written is no fault", async () => {
  expect(await ask("consumer", join(source, "below-a-file"))).toBe("text 1");
  expect(await ask("consumer", join(source, "below-a-file"))).toBe("text 2");
});

it("what cannot be made says so", async () => {
  const failing = () => Promise.reject(new Error("no such file"));
  await expect(keptText("consumer", failing, folder)).rejects.toThrow("no such file");
});
