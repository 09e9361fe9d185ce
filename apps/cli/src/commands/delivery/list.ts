import { Command, Option } from "@commander-js/extra-typings";
import { confirmationStates, deliveryStatuses } from "@leadrelay/contracts/delivery-status";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { oneLine } from "../../output/one-line.ts";
import { paintStatus, shownStatus } from "../../output/status-paint.ts";
import { lastAnswer } from "../shared/last-answer.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption } from "../shared/list-options.ts";
import { personWords } from "../shared/person-words.ts";
import { sinceOption, untilOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

export const listDeliveries = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("list")
        .description("what goes out to destinations, newest first")
        .addOption(new Option("--status <status>", "of this status only").choices(deliveryStatuses))
        .addOption(
          new Option(
            "--confirmation <state>",
            "of destinations that must confirm what they take: what stands so",
          ).choices(confirmationStates),
        )
        .option("--code <code>", "answered so last: a code as 404, a class as 4xx, 0 for no answer")
        .addOption(clientOption())
        .option("--form <form>", "of this form only, by its name, key or id")
        .option("--destination <destination>", "to this destination only")
        .option("--lead <id>", "of this lead only")
        .addOption(sinceOption(cli))
        .addOption(untilOption(cli)),
    ),
    async ({ client, form, destination, lead, status, confirmation, code, since, until }) => {
      const filter = withoutUndefined({
        client_id: client,
        form_id: form,
        destination_id: destination,
        lead_id: lead,
        status,
        confirmation,
        code,
        since,
        until,
      });
      return {
        what: "delivery",
        ask: (api, page) => api.GET("/api/deliveries", { params: { query: { ...filter, ...page } } }),
        columns: [
          { title: "ID", value: ({ id }) => id },
          { title: "STATUS", value: (delivery, paint) => paintStatus(shownStatus(delivery), paint) },
          { title: "WHO", value: personWords },
          { title: "DESTINATION", value: (delivery) => delivery.destination_name ?? delivery.destination_id },
          {
            title: "TRIES",
            value: ({ attempts, max_attempts }) => `${attempts}/${max_attempts}`,
            align: "right",
          },
          { title: "CREATED", value: ({ created_at }) => localTime(created_at, cli.outside) },
          { title: "NEXT TRY", value: ({ next_attempt_at }) => localTime(next_attempt_at, cli.outside) },
          { title: "LAST ANSWER", isSentence: true, value: (delivery) => oneLine(lastAnswer(delivery)) },
        ],
      };
    },
  );
