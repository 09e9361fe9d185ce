import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { sayDuration } from "@leadrelay/core/wording/say-duration";
import { databaseTime } from "@leadrelay/db/database/database-time";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { HealthContext } from "./health-context.ts";

/** A call to D1 may take that long; a signed request may be off by five minutes. */
const limits = { warningMs: 5_000, problemMs: 120_000 };

/** The Worker's clock beside the database's. */
export async function checkClock({ dependencies }: HealthContext): Promise<HealthCheck[]> {
  const before = dependencies.now();
  const there = await runOne(dependencies.control, databaseTime(pipelineScope));
  const here = (before + dependencies.now()) / 2;
  const offMs = Math.abs(here - there);
  const told = `It is ${spokenTime(here)} here`;
  if (offMs < limits.warningMs) return [fine("clock", `${told}, and in the database.`)];
  return [
    amiss(offMs < limits.problemMs ? "warning" : "problem", "clock", {
      message: `${told}, ${sayDuration(offMs)} off the database's time.`,
      todo: "If TEST_CLOCK_OFFSET_MS is set, that is why: take it out. Else wait; it is Cloudflare's clock.",
    }),
  ];
}
