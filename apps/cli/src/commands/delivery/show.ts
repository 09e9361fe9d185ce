import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { deliveryDetails } from "./delivery-details.ts";

export const showDelivery = (cli: Cli) =>
  new Command("show")
    .description("one delivery: every try, what was sent, and what it waits for")
    .argument("<id>", "the delivery's id, `make_send_public_id` at Make")
    .action(async (delivery_id) => {
      const delivery = await answerOf(
        cli.api().GET("/api/deliveries/{delivery_id}", { params: { path: { delivery_id } } }),
      );
      cli.results.show(delivery, (paint) => deliveryDetails(delivery, cli, paint));
    });
