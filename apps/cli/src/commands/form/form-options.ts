import { InvalidArgumentError, Option, type Command } from "@commander-js/extra-typings";
import { honeypotModes, type HoneypotMode } from "@leadrelay/contracts/honeypot-mode";
import { listOrNone } from "../shared/comma-separated.ts";
import { asTyped, orNone, readNumber, readOnOff } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { collectMapping } from "./mapping-options.ts";

function readHoneypotMode(text: string): HoneypotMode {
  const mode = honeypotModes.find((known) => known === text);
  if (mode === undefined) throw new InvalidArgumentError("It should be log, quarantine or off.");
  return mode;
}

const redirects = { "301": 301, "302": 302, "303": 303 } as const;

/** Adds what can be set of a form; `none` or `default` leaves it to the installation. */
export const withFormOptions = <Args extends unknown[], Options extends Record<string, unknown>>(
  command: Command<Args, Options>,
) =>
  command
    .option(
      "--allowed-hosts <list>",
      "hosts posts may come from and go back to, by commas, or none",
      listOrNone,
    )
    .option("--thank-you-url <url>", "where people go afterwards, or none", orNone(asTyped))
    .addOption(
      new Option("--redirect-status <code>", "of the answer that sends them").choices(["301", "302", "303"]),
    )
    .option(
      "--honeypot <log|quarantine|off|default>",
      "what becomes of a filled honeypot: dropped, kept apart for 30 days, or let through",
      orNone(readHoneypotMode),
    )
    .option("--bot-detection <on|off|default>", "the older way to say it: on is log", orNone(readOnOff))
    .option(
      "--region <code>",
      "where phones without a country code are from, such as IN, or none: as its client says",
      orNone(asTyped),
    )
    .option("--duplicate-window <minutes>", "the same person within it is not sent again", orNone(readNumber))
    .option(
      "--reengage-hours <hours>",
      "the same person after it is sent again; 0: never",
      orNone(readNumber),
    )
    .addOption(
      new Option("--reengage-basis <basis>", "what those hours count from").choices([
        "last_submission",
        "last_send",
      ]),
    )
    .option(
      "--identity-guard <on|off|default>",
      "whether who says other details than the person they were found as is a new lead",
      orNone(readOnOff),
    )
    .option(
      "--map <theirs=ours>",
      "what a field of the form is to us, such as your-email=email (docs/fields.md); repeat it for each",
      collectMapping,
    )
    .addHelpText(
      "after",
      "\nA list of hosts replaces the one before. `none` or `default` as any other value leaves it to the installation.",
    );

type FormCommand = ReturnType<typeof withFormOptions<[], { name?: string }>>;

/** The options as the API takes them; only what was given. */
export const formSettings = (options: ReturnType<FormCommand["opts"]>) =>
  withoutUndefined({
    allowed_hosts: options.allowedHosts,
    thank_you_url: options.thankYouUrl?.to,
    redirect_status: options.redirectStatus === undefined ? undefined : redirects[options.redirectStatus],
    honeypot_mode: options.honeypot?.to,
    bot_detection: options.botDetection?.to,
    default_region: options.region?.to,
    duplicate_window_minutes: options.duplicateWindow?.to,
    reengage_hours: options.reengageHours?.to,
    reengage_basis: options.reengageBasis,
    identity_guard: options.identityGuard?.to,
    field_mapping: options.map,
  });
