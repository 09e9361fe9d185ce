import { InvalidArgumentError, Option, type Command } from "@commander-js/extra-typings";
import { leadStandFilters } from "@leadrelay/contracts/lead-stand";
import type { Cli } from "../../cli.ts";
import { clientOption } from "../shared/list-options.ts";
import { sinceOption, untilOption } from "../shared/time-options.ts";
import { readNumber } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

/** Adds what a list of leads, and an export of one, can be narrowed by. */
export const withLeadFilter = (cli: Cli, command: Command) =>
  command
    .argument("[search]", "an e-mail address, a phone number, or a name: whole, or how it begins")
    .addOption(clientOption())
    .option("--name <words>", "of this name, whatever it looks like")
    .option("--email <address>", "with this e-mail address, or one that begins so")
    .option("--phone <number>", "with this phone number, or one that begins so")
    .option("--form <form>", "first submitted to this form, by its name, key or id")
    .option("--project <name>", "of this project only")
    .option("--stage <stage>", "at this stage of the client's pipeline")
    .addOption(statusOption())
    .addOption(
      new Option("--stands <where>", "something of it does; undelivered is dead, held and waiting").choices(
        leadStandFilters,
      ),
    )
    .option("--test", "test leads instead of real ones")
    .option("--utm-source <utm>", "came so the first time or the latest, in any case of letters")
    .option("--utm-medium <medium>", "the same, of its medium")
    .option("--utm-campaign <campaign>", "the same, of its campaign")
    .option("--utm-term <term>", "the same, of its term")
    .option("--utm-content <content>", "the same, of its content")
    .option("--suspicion-from <score>", "with this suspicion score, 0 to 100, or more", readScore)
    .option("--suspicion-to <score>", "or less", readScore)
    .addOption(
      new Option("--sort <order>", "by when they came first, were last seen, or by name").choices([
        "newest",
        "oldest",
        "last_seen",
        "name",
      ] as const),
    )
    .addOption(sinceOption(cli, "first submitted then or later"))
    .addOption(untilOption(cli, "first submitted before then"));

function readScore(text: string): number {
  const score = readNumber(text);
  if (!Number.isInteger(score) || score < 0 || score > 100)
    throw new InvalidArgumentError("A whole number from 0 to 100.");
  return score;
}

/** What deliveries have; of a lead it may mean either. */
const statusOption = () =>
  new Option("--status <stage>").hideHelp().argParser((): undefined => {
    throw new InvalidArgumentError(
      "A lead has a stage: --stage. A delivery has a status: `leadrelay delivery list --status`.",
    );
  });

type LeadFilterOptions = ReturnType<ReturnType<typeof withLeadFilter>["opts"]>;

/** The filter as the API takes it. */
export const leadFilter = (
  {
    client,
    form,
    stage,
    test,
    utmSource,
    utmMedium,
    utmCampaign,
    utmTerm,
    utmContent,
    suspicionFrom,
    suspicionTo,
    ...same
  }: LeadFilterOptions,
  q: string | undefined,
) =>
  withoutUndefined({
    q,
    client_id: client,
    form_id: form,
    is_test: test === true ? ("true" as const) : ("false" as const),
    utm_source: utmSource,
    utm_medium: utmMedium,
    utm_campaign: utmCampaign,
    utm_term: utmTerm,
    utm_content: utmContent,
    suspicion_from: suspicionFrom,
    suspicion_to: suspicionTo,
    ...same,
    status: stage,
  });
