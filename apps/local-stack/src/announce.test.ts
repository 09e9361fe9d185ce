import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { announce } from "./announce.ts";
import { readStackSettings } from "./settings/stack-settings.ts";

const folder = mkdtempSync(join(tmpdir(), "leadrelay-announce-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const announced = (env: Record<string, string> = {}) =>
  announce(readStackSettings({ STATE_DIR: folder, ...env }));

it("tells the command line where forms post to when that is another port than it looks at", () => {
  const text = announced({ PORT_PRODUCER: "9001", PORT_CONSUMER: "9002" });
  expect(text).toContain(
    "./leadrelay login --url http://127.0.0.1:9002 --intake-url http://127.0.0.1:9001\n",
  );
});

it("names one address where that is enough", () => {
  expect(announced()).toContain("./leadrelay login --url http://127.0.0.1:8788\n");
});

it("prints the state folder as it was given", () => {
  expect(announced()).toContain(`State          ${folder}\n`);
});
