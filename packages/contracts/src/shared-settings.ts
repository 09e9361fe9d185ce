import type { HoneypotMode } from "./honeypot-mode.ts";
import { choiceSetting, numberSetting, SettingError, type Setting } from "./settings.ts";

const tenYearsMs = 10 * 365 * 24 * 3_600_000;

const spelledModes: Readonly<Record<string, HoneypotMode>> = {
  true: "log",
  log: "log",
  quarantine: "quarantine",
  false: "off",
  off: "off",
};

const honeypotSetting: Setting<HoneypotMode> = {
  read: (text = "true") => {
    const mode = Object.hasOwn(spelledModes, text) ? spelledModes[text] : undefined;
    if (mode === undefined) throw new SettingError(`got "${text}"`);
    return mode;
  },
  default: "true",
  range: "`true` or `log`, `quarantine`, `false` or `off`",
  meaning:
    "What becomes of a submission with a filled honeypot (`false`, `0`, `no`, `off` and words for none do not fill one). `true`, or `log`: it is logged and dropped, and answered like any other; `quarantine`: it is kept apart for 30 days, and sent only when a person releases it (one without a way to reach anybody is dropped); `false`, or `off`: it goes through as a bot's. A form can override it.",
};

/** Settings that both Workers read. */
export const sharedSettings = {
  ENVIRONMENT: choiceSetting(
    ["development", "production"],
    'Where this installation runs. Outside production only destinations marked for it receive, and payloads say `dev_environment: "yes"`.',
  ),
  BOT_LEAD_DETECTION: honeypotSetting,
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
