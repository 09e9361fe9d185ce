import { readFileSync } from "node:fs";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const migrations = await readD1Migrations("./migrations");

/** Runs `*.worker.test.ts` inside workerd with the real bindings of a wrangler file. */
const workerd = (configPath: string, bindings: Record<string, unknown>) =>
  cloudflareTest({ wrangler: { configPath }, miniflare: { bindings: bindings as never } });

const consumer = () =>
  workerd("./wrangler.consumer.toml", {
    ENVIRONMENT: "development",
    ALLOW_PRIVATE_DESTINATIONS: "true",
    FIRST_ATTEMPTS: "0",
    DELIVERY_MASTER_KEY: "test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    INTAKE_MASTER_KEY: "test:ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=",
    TEST_MIGRATIONS: migrations,
  });

/** Two busy cores make a test of a second take many, and a property minutes: a limit is there for what hangs. */
const patient = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 15_000 } } };

export default defineConfig({
  test: {
    // Vitest leaves one core to itself, of two.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["{apps,packages,scripts}/**/*.test.ts"],
          exclude: ["**/*.worker.test.ts", "**/*.e2e.test.ts", "**/node_modules/**"],
          // To start a process for each of 180 files takes longer than what most of them do.
          isolate: false,
          ...patient,
        },
      },
      {
        plugins: [
          workerd("./wrangler.producer.toml", {
            ENVIRONMENT: "development",
            INTAKE_MASTER_KEY: "test:ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=",
            // What it shows is run.
            CALLBACKS_PAGE: readFileSync("./docs/callbacks.md", "utf8"),
          }),
        ],
        test: {
          name: "producer",
          include: ["apps/producer/**/*.worker.test.ts"],
          isolate: false,
          ...patient,
        },
      },
      {
        plugins: [consumer()],
        test: {
          name: "consumer",
          ...patient,
          isolate: false,
          globalSetup: ["scripts/build-ui-first.mjs"],
          setupFiles: ["apps/consumer/test/empty-storage.ts"],
          include: ["{apps/consumer,packages}/**/*.worker.test.ts"],
          exclude: ["apps/consumer/src/http/**", "**/node_modules/**"],
        },
      },
      {
        plugins: [consumer()],
        test: {
          name: "api",
          include: ["apps/consumer/src/http/**/*.worker.test.ts"],
          isolate: false,
          setupFiles: ["apps/consumer/test/empty-storage.ts"],
          ...patient,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["apps/local-stack/e2e/**/*.e2e.test.ts"],
          globalSetup: ["scripts/build-ui-first.mjs", "apps/local-stack/e2e/unpack-browser.ts"],
          ...patient,
        },
      },
    ],
  },
});
