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

it("names both addresses to sign in with where forms post to another port than the command line looks at", () => {
  const login = "./leadrelay login --url http://127.0.0.1:9002 --intake-url http://127.0.0.1:9001\n";
  expect(announced({ PORT_PRODUCER: "9001", PORT_CONSUMER: "9002" })).toContain(login);
});

it("names one address where that is enough", () => {
  expect(announced()).toContain("./leadrelay login --url http://127.0.0.1:8788\n");
});

it("prints the state folder as it was given", () => {
  expect(announced()).toContain(`State          ${folder}\n`);
});
