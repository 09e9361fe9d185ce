import { Command, Option } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { readCount } from "../shared/list-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { deliveryDetails } from "./delivery-details.ts";

export const showDelivery = (cli: Cli) =>
  new Command("show")
    .description("one delivery: its last tries, what was sent and answered, and what it waits for")
    .argument("<id>", "the delivery's id, `make_send_public_id` at Make")
    .addOption(
      new Option(
        "--attempts-before <number>",
        "tries before this one, where they are too many for one answer",
      ).argParser(readCount),
    )
    .addOption(
      new Option("--try <number>", "what this try sent and was answered; without it the last").argParser(
        readCount,
      ),
    )
    .action(async (delivery_id, { attemptsBefore, try: tryNumber }) => {
      const query = withoutUndefined({ attempts_before: attemptsBefore });
      const delivery = await answerOf(
        cli.api().GET("/api/deliveries/{delivery_id}", { params: { path: { delivery_id }, query } }),
      );
      cli.results.show(delivery, (paint) => deliveryDetails(delivery, cli, paint, tryNumber));
    });
