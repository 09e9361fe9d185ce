import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { hang } from "../../output/hang.ts";
import { asksOfLimits, limitsOf, withLimitsOptions } from "./limits-options.ts";
import { limitsWords } from "./limits-words.ts";
import { patchDestination } from "./patch-destination.ts";

type Limits = NonNullable<components["schemas"]["DestinationLimits"]>;

export const limitDestination = (cli: Cli) =>
  withLimitsOptions(
    new Command("limits")
      .description("how many leads a destination takes, and when; without options what is set")
      .argument("<destination>", "its name or id"),
  )
    .option("--no-caps", "it takes as many as come")
    .option("--no-hours", "it is open at any time")
    .option("--none", "no limits at all: whatever is held for them goes out within a minute")
    .addHelpText(
      "after",
      `
What it does not take now is held, without tries, and sent oldest first once it may. Caps count what arrived; tests are not counted.
A cap of a source is of leads whose lead_source says so, in any case of letters, or of a form by its id.`,
    )
    .action(async (id, { caps, none, ...options }) => {
      const isAsked = asksOfLimits(options) || !caps;
      const change = ({ limits }: { limits: Limits | null }) =>
        none === true
          ? { limits: null }
          : { limits: { ...limitsOf(options, limits), ...(caps ? {} : { caps: [] }) } };
      const path = { destination_id: id };
      const destination = await (isAsked || none === true
        ? patchDestination(cli, id, change)
        : answerOf(cli.api().GET("/api/destinations/{destination_id}", { params: { path } })));
      cli.results.show(
        destination,
        (paint) =>
          `${hang("", [limitsWords(destination.limits), destination.what_next].filter(Boolean).join("\n"), paint)}\n`,
      );
    });
