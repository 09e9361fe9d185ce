import { enableDestination } from "@leadrelay/db/seed/enable-destination";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { newTenant, rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it.each([
  ["by a 410", "gone", 1],
  ["by a person", "by_hand", 0],
  ["for a reason of its own", "moved", 0],
])(
  "a restart of the stack switches on what was disabled %s: %s %i",
  async (_how, disabled_reason, enabled) => {
    const { clientId, destinationId } = await newTenant({ destination: { enabled: 0, disabled_reason } });
    await runBatch(env.DB, [enableDestination(pipelineScope, { id: destinationId, clientId, now: 1 })]);
    expect(await rows("SELECT enabled FROM destinations WHERE id = ?", destinationId)).toEqual([{ enabled }]);
  },
);
