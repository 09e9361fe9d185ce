import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { renderTable } from "../../output/render-table.ts";
import { clientOption } from "../shared/list-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { groupNames } from "../stats/group-names.ts";

type Standing = components["schemas"]["DestinationStanding"];

export const healthOfDestinations = (cli: Cli) =>
  new Command("health")
    .description("how destinations stand, until when, and what arrived and died there in the last 24 hours")
    .argument("[destination]", "its name or id; without: all")
    .addOption(clientOption())
    .action(async (destination, { client }) => {
      const query = withoutUndefined({ client_id: client, destination_id: destination });
      const standings = await answerOf(cli.api().GET("/api/destination-standings", { params: { query } }));
      const names = cli.settings().output === "table" ? await groupNames(cli, "destination") : new Map();
      cli.results.show(standings, (paint) =>
        renderTable(
          [
            {
              title: "DESTINATION",
              value: ({ destination_id }) => names.get(destination_id) ?? destination_id,
            },
            { title: "STATE", value: ({ state }) => state },
            {
              title: "LAST TAKEN",
              value: ({ last_delivered_at }) => localTime(last_delivered_at, cli.outside),
            },
            { title: "ARRIVED", align: "right", value: ({ hours }) => sumOf(hours, "delivered") },
            { title: "DIED", align: "right", value: ({ hours }) => sumOf(hours, "dead") },
            { title: "WHY", isSentence: true, value: whyOf },
          ],
          standings.items,
          paint,
        ),
      );
    });

const sumOf = (hours: Standing["hours"], outcome: "delivered" | "dead"): number =>
  hours.reduce((sum, hour) => sum + hour[outcome], 0);

const whyOf = ({ words, caps }: Standing): string =>
  caps.length === 0 ? `It ${words}.` : `It ${words}; it took ${caps.join(", ")}.`;
