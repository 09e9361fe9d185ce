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
  meaning: undefined,
};

/** Settings that both Workers read; what they mean stands in `shared-meanings`. */
export const sharedSettings = {
  ENVIRONMENT: choiceSetting(["development", "production"], undefined),
  BOT_LEAD_DETECTION: honeypotSetting,
  TEST_CLOCK_OFFSET_MS: numberSetting(undefined, { fallback: 0, min: -tenYearsMs, max: tenYearsMs }),
};

/** What one setting cannot say of another; throws like `readSettings` does. */
export function clockProblem(values: { ENVIRONMENT: string; TEST_CLOCK_OFFSET_MS: number }): string[] {
  const refused = values.ENVIRONMENT === "production" && values.TEST_CLOCK_OFFSET_MS !== 0;
  return refused ? ["TEST_CLOCK_OFFSET_MS is refused in production: remove it"] : [];
}
