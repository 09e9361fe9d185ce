import { InvalidSettings, readSettings } from "@leadrelay/contracts/settings";
import { clockProblem, sharedSettings } from "@leadrelay/contracts/shared-settings";

/** Every variable of the producer. */
export const producerSettings = sharedSettings;

export type Config = ReturnType<typeof readConfig>;

/** Throws `InvalidSettings` naming each variable at fault. */
export function readConfig(env: Readonly<Record<string, unknown>>) {
  const values = readSettings(producerSettings, env);
  const problems = clockProblem(values);
  if (problems.length > 0) throw new InvalidSettings(problems);
  return { honeypotMode: values.BOT_LEAD_DETECTION, clockOffsetMs: values.TEST_CLOCK_OFFSET_MS };
}
