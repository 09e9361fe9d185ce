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

it("one address is enough to sign in, whatever the ports", () => {
  const text = announced({ PORT_PRODUCER: "9001", PORT_CONSUMER: "9002" });
  expect(text).toContain("./leadrelay login --url http://127.0.0.1:9002\n");
  expect(text).toContain("curl -i http://127.0.0.1:9001/f/frm_demo ");
  expect(announced()).toContain("./leadrelay login --url http://127.0.0.1:8788\n");
});

it("shows first where people look, and what to sign in with there", () => {
  const [, , , first = "", second = ""] = announced({ PORT_CONSUMER: "9002" }).split("\n");
  expect(first).toBe("  Admin UI       http://127.0.0.1:9002/");
  expect(second).toMatch(/^ +owner@example\.com, password \S+$/);
});

it("prints the state folder as it was given", () => {
  expect(announced()).toContain(`State          ${folder}\n`);
});
