import { usualRefusalsUntilHeld } from "@leadrelay/contracts/hold-after-refusals";
import { InvalidArgumentError, Option, type Command } from "@commander-js/extra-typings";
import { environmentSchema } from "@leadrelay/contracts/environment";
import { toldTypes, type ToldType } from "@leadrelay/contracts/event-type";
import { commaSeparated } from "../shared/comma-separated.ts";
import { collectPairs, orNone, readNumber, readOnOff } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

const asTyped = (text: string) => text;

const listOf =
  <Value extends string>(known: readonly Value[]) =>
  (text: string): Value[] =>
    commaSeparated(text).map((part) => {
      const value = known.find((one) => one === part);
      if (value === undefined) throw new InvalidArgumentError(`There are ${known.join(", ")}.`);
      return value;
    });

/** Adds what can be set of a destination beside what it is reached by. */
export const withDestinationOptions = <Args extends unknown[], Options extends Record<string, unknown>>(
  command: Command<Args, Options>,
) =>
  command
    .option("--stdin", "read from standard input what it is reached by: an address, or settings as JSON")
    .option(
      "--api-key",
      "ask for the key that its receiver expects (x-make-apikey); read from standard input where it is piped in",
    )
    .option("--no-api-key", "it needs none: the one it has is taken away")
    .option("--set <setting=value>", "a setting of its kind that is no secret; may be repeated", collectPairs)
    .option(
      "--ask <settings>",
      "secret settings of its kind to be asked for, joined by commas; a new one: all that it needs",
      commaSeparated,
    )
    .option("--events <list>", `what it is told, of ${toldTypes.join(", ")}`, listOf(toldTypes))
    .option(
      "--corrections <on|off>",
      "whether it is told of new contact details of a person it has (lead.updated), too; a new one: off",
      readOnOff,
    )
    .option(
      "--environments <list>",
      "what it takes from, of development, production; a new one: production",
      listOf(environmentSchema.options),
    )
    .option(
      "--attribution <on|off>",
      "whether it gets how people came, too: campaign, click ids, landing page; a new one: off",
      readOnOff,
    )
    .option("--tests <on|off>", "whether it gets test leads, too", readOnOff)
    .addOption(
      new Option(
        "--confirm-within <minutes>",
        "that it must confirm each lead that it took so many minutes after, or none; see `destination confirmation`",
      ).argParser(orNone(readNumber)),
    )
    .option("--retry <schedule>", "quick, or waits such as 1s,30s,5m; or default", orNone(asTyped))
    .addOption(new Option("--timeout <ms>", "for one try, or default").argParser(orNone(readNumber)))
    .addOption(
      new Option(
        "--hold-after-refusals <leads>",
        `so many leads refused in a row hold up the rest, 0 for never, or default (${usualRefusalsUntilHeld})`,
      ).argParser(orNone(readNumber)),
    )
    .addHelpText(
      "after",
      `
What it is reached by and its key are secrets: they are asked for or piped in, and never shown again. A new address on another host takes no key
along; on the same one it is asked whether the key is still right. With --stdin and --api-key the address is the first line, the key the second.

What each kind is set by, and where to find that: leadrelay destination kinds <kind>

Corrections: a person who is known and gives another e-mail address or phone number is not sent again as a new lead. With
--corrections on the scenario gets the whole lead as it now stands, is_duplicate "yes", lead_public_id as before.`,
    );

/** What may be set of a destination, as it was typed. */
export type DestinationOptions = ReturnType<DestinationCommand["opts"]>;

type DestinationCommand = ReturnType<typeof withDestinationOptions<[], { name?: string }>>;

type EventTypes = ToldType[];

/** What it is told, if the options say something of it: the events named, or those it `has`, with corrections or without. */
function eventsOf({ events, corrections }: DestinationOptions, has: EventTypes) {
  if (corrections === undefined) return events;
  const others = (events ?? has).filter((type) => type !== "lead.updated");
  return corrections ? [...others, "lead.updated" as const] : others;
}

/** The options as the API takes them; only what was given. @param has what it is told until now */
export const destinationPolicies = (
  options: DestinationOptions,
  has: EventTypes = ["lead.created", "lead.reengaged"],
) =>
  withoutUndefined({
    event_types: eventsOf(options, has),
    environments: options.environments,
    takes_test: options.tests,
    confirmation: options.confirmWithin === undefined ? undefined : confirmationOf(options.confirmWithin.to),
    retry_schedule: options.retry?.to,
    timeout_ms: options.timeout?.to,
    hold_after_refusals: options.holdAfterRefusals?.to,
  });

const confirmationOf = (minutes: number | null) => (minutes === null ? null : { within_minutes: minutes });

/** Those of the options that are settings of its kind. */
export const destinationSettings = (options: DestinationOptions) =>
  withoutUndefined({ send_attribution: options.attribution });
