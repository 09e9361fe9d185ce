import { choiceSetting, flagSetting, numberSetting } from "./settings.ts";

const tenYearsMs = 10 * 365 * 24 * 3_600_000;

/** Settings that both Workers read. */
export const sharedSettings = {
  ENVIRONMENT: choiceSetting(
    ["development", "production"],
    'Where this installation runs. Outside production only destinations marked for it receive, and payloads say `dev_environment: "yes"`.',
  ),
  BOT_LEAD_DETECTION: flagSetting(
    "A submission with a filled honeypot is logged and dropped, and answered like any other. A form can override it.",
    true,
  ),
  TEST_CLOCK_OFFSET_MS: numberSetting(
    "Moves the Worker's clock, in ms, for whole-stack tests. Refused in production.",
    { fallback: 0, min: -tenYearsMs, max: tenYearsMs },
  ),
};

/** What one setting cannot say of another; throws like `readSettings` does. */
export function clockProblem(values: { ENVIRONMENT: string; TEST_CLOCK_OFFSET_MS: number }): string[] {
  const refused = values.ENVIRONMENT === "production" && values.TEST_CLOCK_OFFSET_MS !== 0;
  return refused ? ["TEST_CLOCK_OFFSET_MS is refused in production: remove it"] : [];
}
