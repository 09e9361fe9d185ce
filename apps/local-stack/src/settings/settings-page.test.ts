import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "./repository-root.ts";
import { settingsPage } from "./settings-page.ts";

it("docs/settings.md says what the schemas say (else run `pnpm docs:settings`)", () => {
  expect(readFileSync(join(repositoryRoot, "docs", "settings.md"), "utf8")).toBe(settingsPage());
});

it.each([
  "ENVIRONMENT",
  "BOT_LEAD_DETECTION",
  "LEAD_REENGAGE_HOURS",
  "DUPLICATE_WINDOW_MINUTES",
  "IDENTITY_GUARD",
  "DELIVERY_RETRY_SCHEDULE",
  "DELIVERY_TIMEOUT_MS",
  "ALLOW_PRIVATE_DESTINATIONS",
  "PUBLIC_URL",
  "TEST_CLOCK_OFFSET_MS",
  "DELIVERY_MASTER_KEY",
  "PORT_PRODUCER",
  "PORT_CONSUMER",
  "PORT_RECEIVER",
  "STATE_DIR",
  "DEMO_MAKE_URL",
])("%s has its row with a default, a range and a meaning", (name) => {
  const row = settingsPage()
    .split("\n")
    .find((line) => line.startsWith(`| \`${name}\` `));
  const cells = (row ?? "").split(/(?<!\\)\|/).map((cell) => cell.trim());
  expect(cells.slice(1, -1).every((cell) => cell !== "")).toBe(true);
  expect(cells.length).toBeGreaterThanOrEqual(6);
});
