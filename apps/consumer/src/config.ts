import { reasonOf } from "@leadrelay/contracts/reason-of";
import {
  choiceSetting,
  flagSetting,
  httpUrlSetting,
  InvalidSettings,
  numberSetting,
  readSettings,
  SettingError,
  type Setting,
} from "@leadrelay/contracts/settings";
import { clockProblem, sharedSettings } from "@leadrelay/contracts/shared-settings";
import { laneCount } from "@leadrelay/core/lanes/pick-next";
import { parseSchedule, type RetrySchedule } from "@leadrelay/core/retry-schedule/parse-schedule";
import { intakeKeySetting } from "@leadrelay/signing/intake-key-setting";
import { isMasterKeys } from "@leadrelay/signing/seal";

const hoursInYear = 8760;

const scheduleSetting: Setting<RetrySchedule> = {
  read: (text) => {
    try {
      return parseSchedule(text ?? "default");
    } catch (error) {
      throw new SettingError(reasonOf(error));
    }
  },
  default: "`default` = `1s,2s,4s,1m,5m,30m,2h,5h,10h`",
  range: "`default`, `quick` (`1s,2s,4s`), or 1 to 20 waits such as `1s,30s,5m,2h`, each at most 24h",
  meaning: "Waits between delivery tries; from the fourth on ±20 % jitter. A destination can override it.",
};

const masterKeySetting: Setting<string> = {
  read: (text) => {
    if (text === undefined || !isMasterKeys(text))
      throw new SettingError("not an id, a colon and 32 bytes in base64");
    return text;
  },
  default: "required (secret)",
  range: "`id:base64` of 32 random bytes; several separated by commas, newest first",
  meaning: "Seals destination secrets. The first seals, every one opens, so that keys can be rotated.",
};

/** Every variable and secret of the consumer. */
export const consumerSettings = {
  ENVIRONMENT: sharedSettings.ENVIRONMENT,
  TEST_CLOCK_OFFSET_MS: sharedSettings.TEST_CLOCK_OFFSET_MS,
  LEAD_REENGAGE_HOURS: numberSetting(
    "The same person again after this many hours is sent again as re-engaged. 0 turns that off. A form can override it.",
    { fallback: 24, min: 0, max: hoursInYear, whole: false },
  ),
  DUPLICATE_WINDOW_MINUTES: numberSetting(
    "The same person again within this many minutes is stored and not sent, whatever `LEAD_REENGAGE_HOURS` says. A form can override it.",
    { fallback: 30, min: 0, max: 60 * 24 * 30, whole: false },
  ),
  IDENTITY_GUARD: choiceSetting(
    ["on", "off"],
    "Whether a known person is passed over where what both sides say contradicts it: by browser two of e-mail, phone and name, by e-mail or phone the name and the other, by IP address the name. `off` takes the first hit, whatever else was said. A form can override it.",
    "on",
  ),
  DELIVERY_RETRY_SCHEDULE: scheduleSetting,
  DELIVERY_TIMEOUT_MS: numberSetting("How long one delivery try may take. A destination can override it.", {
    fallback: 10_000,
    min: 100,
    max: 60_000,
  }),
  FIRST_ATTEMPTS: numberSetting(
    "A batch of leads that makes no more deliveries than this is sent by the invocation that stores it, at once. A larger one goes by the queue `deliveries`; with 0 every one does.",
    { fallback: laneCount, min: 0, max: laneCount },
  ),
  EXCHANGES_KEPT_DAYS: numberSetting(
    "How long what each delivery try sent and was answered is kept, for those who see contacts. With 0 none of it is.",
    { fallback: 30, min: 0, max: 365 },
  ),
  ALLOW_PRIVATE_DESTINATIONS: flagSetting(
    "Lets deliveries go to http, private addresses and any port, for local use. Refused in production.",
    false,
  ),
  CHECK_DESTINATION_DNS: flagSetting(
    "A destination's host is looked up at cloudflare-dns.com: one that leads to a private address, or nowhere, is refused when it is saved; when it is sent to, the first is refused and the second tried again later. Finds mistakes; Workers cannot hold a name to its address. With `ALLOW_PRIVATE_DESTINATIONS` nothing is looked up: public DNS does not know private names.",
    true,
  ),
  D1_LIMIT_GB: numberSetting(
    "How large one D1 database may get, in GB of 1 000 000 000 bytes: 10 on the Workers Paid plan. Health and `doctor` warn at 70, 85 and 95 % of it.",
    { fallback: 10, min: 0.01, max: 10_000, whole: false },
  ),
  REFUSED_POSTS: numberSetting(
    "Health and `doctor` warn of a form once it refused this many posts since the beginning of the hour before, or dropped them for a filled honeypot, and `REFUSED_PERCENT` too is reached.",
    { fallback: 5, min: 1, max: 1_000_000 },
  ),
  REFUSED_PERCENT: numberSetting(
    "How many of 100 posts these are at least. A form that usually loses some is warned of half-way from there to all; one that takes nothing always is.",
    { fallback: 50, min: 1, max: 100, whole: false },
  ),
  PUBLIC_URL: httpUrlSetting(
    "Where the consumer is reached from outside: links to passwords and invitations begin with it, and its own host is never a destination. Required in production; elsewhere the address of a request stands in for it.",
    { kept: "origin", absent: "required in production" },
  ),
  PUBLIC_INTAKE_URL: httpUrlSetting(
    "Where the producer is reached from outside: the address that forms post to. Whoever signs in is told it, so that nobody has to name both addresses.",
    { kept: "origin", absent: "none" },
  ),
  DELIVERY_MASTER_KEY: masterKeySetting,
  INTAKE_MASTER_KEY: intakeKeySetting,
};

export type Config = ReturnType<typeof readConfig>;

/** Throws `InvalidSettings` naming each variable at fault. */
export function readConfig(env: Readonly<Record<string, unknown>>) {
  const values = readSettings(consumerSettings, env);
  const problems = clockProblem(values);
  if (values.ENVIRONMENT === "production" && values.ALLOW_PRIVATE_DESTINATIONS)
    problems.push("ALLOW_PRIVATE_DESTINATIONS is refused in production: remove it");
  if (values.ENVIRONMENT === "production" && values.PUBLIC_URL === null)
    problems.push(
      "PUBLIC_URL is missing and required in production: set it to the consumer's own address, such as https://leadrelay-consumer.example.workers.dev, under [vars] of wrangler.consumer.toml",
    );
  if (problems.length > 0) throw new InvalidSettings(problems);
  return {
    environment: values.ENVIRONMENT,
    reengageHours: values.LEAD_REENGAGE_HOURS,
    duplicateWindowMinutes: values.DUPLICATE_WINDOW_MINUTES,
    identityGuard: values.IDENTITY_GUARD === "on",
    retrySchedule: values.DELIVERY_RETRY_SCHEDULE,
    deliveryTimeoutMs: values.DELIVERY_TIMEOUT_MS,
    firstAttempts: values.FIRST_ATTEMPTS,
    exchangesKeptMs: values.EXCHANGES_KEPT_DAYS * 86_400_000,
    allowPrivateDestinations: values.ALLOW_PRIVATE_DESTINATIONS,
    checksDestinationDns: values.CHECK_DESTINATION_DNS && !values.ALLOW_PRIVATE_DESTINATIONS,
    databaseLimitBytes: values.D1_LIMIT_GB * 1e9,
    refusalLimits: { least: values.REFUSED_POSTS, share: values.REFUSED_PERCENT / 100 },
    publicUrl: values.PUBLIC_URL,
    intakeUrl: values.PUBLIC_INTAKE_URL,
    masterKeys: values.DELIVERY_MASTER_KEY,
    intakeMasterKeys: values.INTAKE_MASTER_KEY,
    clockOffsetMs: values.TEST_CLOCK_OFFSET_MS,
  };
}
