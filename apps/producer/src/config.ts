import { InvalidSettings, readSettings, SettingError, type Setting } from "@leadrelay/contracts/settings";
import { clockProblem, sharedSettings } from "@leadrelay/contracts/shared-settings";
import { intakeKeySetting } from "@leadrelay/signing/intake-key-setting";

/** Addresses that are something else already. */
const taken = /^\/(?:f|s|t|v1|callbacks|healthz|thank-you)(?:\/|$)/;

const trackerPathSetting: Setting<string | null> = {
  read: (text) => {
    if (text === undefined) return null;
    if (!/^(?:\/[a-z0-9][a-z0-9_-]{0,40}){1,4}$/.test(text) || taken.test(text))
      throw new SettingError(`got "${text}"`);
    return text;
  },
  default: "none",
  range: "a path such as `/assets/site`, of small letters, digits, `-` and `_`, that is not one of ours",
  meaning:
    "A second address of the tag, for pages whose visitors' blockers know the first: with `/assets/site` it is also `/assets/site.js`, and tells what it sees to `/assets/site`.",
};

/** Every variable of the producer. */
export const producerSettings = {
  ...sharedSettings,
  TRACKER_PATH: trackerPathSetting,
  INTAKE_MASTER_KEY: intakeKeySetting,
};

export type Config = ReturnType<typeof readConfig>;

/** Throws `InvalidSettings` naming each variable at fault. */
export function readConfig(env: Readonly<Record<string, unknown>>) {
  const values = readSettings(producerSettings, env);
  const problems = clockProblem(values);
  if (problems.length > 0) throw new InvalidSettings(problems);
  return {
    honeypotMode: values.BOT_LEAD_DETECTION,
    clockOffsetMs: values.TEST_CLOCK_OFFSET_MS,
    trackerPath: values.TRACKER_PATH,
    intakeMasterKeys: values.INTAKE_MASTER_KEY,
  };
}
