import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const migrations = await readD1Migrations("./migrations");

/** Runs `*.worker.test.ts` inside workerd with the real bindings of a wrangler file. */
const workerd = (configPath: string, bindings: Record<string, unknown>) =>
  cloudflareTest({ wrangler: { configPath }, miniflare: { bindings: bindings as never } });

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{apps,packages,scripts}/**/*.test.ts"],
          exclude: ["**/*.worker.test.ts", "**/*.e2e.test.ts", "**/node_modules/**"],
        },
      },
      {
        plugins: [workerd("./wrangler.producer.toml", { ENVIRONMENT: "development" })],
        test: { name: "producer", include: ["apps/producer/**/*.worker.test.ts"] },
      },
      {
        plugins: [
          workerd("./wrangler.consumer.toml", {
            ENVIRONMENT: "development",
            ALLOW_PRIVATE_DESTINATIONS: "true",
            DELIVERY_MASTER_KEY: "test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            TEST_MIGRATIONS: migrations,
          }),
        ],
        test: { name: "consumer", include: ["{apps/consumer,packages}/**/*.worker.test.ts"] },
      },
      {
        test: {
          name: "e2e",
          include: ["apps/local-stack/e2e/**/*.e2e.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
