import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import { repositoryRoot } from "../settings/repository-root.ts";

interface Consumer {
  queue: string;
  max_concurrency?: number;
  max_batch_timeout?: number;
}

const { queues } = readConfig({ config: join(repositoryRoot, "wrangler.consumer.toml") });
const consumers = (queues.consumers ?? []) as Consumer[];

it("every queue says how many invocations may work at once, and the guide to deploying says the same", () => {
  const guide = readFileSync(join(repositoryRoot, "docs/deploy.md"), "utf8");
  expect(consumers.length).toBeGreaterThan(0);
  for (const { queue, max_concurrency } of consumers)
    expect(guide).toMatch(new RegExp(`\\| \`${queue}\` +\\| ${max_concurrency} +\\|`));
});

it.each(["producer", "consumer"])("the platform writes no request's address into the %s's log", (name) => {
  const { observability } = readConfig({ config: join(repositoryRoot, `wrangler.${name}.toml`) });
  expect(observability).toMatchObject({ enabled: true, logs: { enabled: true, invocation_logs: false } });
});

it("nobody waits for a batch to fill where somebody waits for the lead", () => {
  const waits = new Map(consumers.map(({ queue, max_batch_timeout }) => [queue, max_batch_timeout]));
  expect([waits.get("leads"), waits.get("deliveries")]).toEqual([0, 0]);
});
