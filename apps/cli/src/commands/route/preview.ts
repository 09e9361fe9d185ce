import { Command, Option } from "@commander-js/extra-typings";
import { routeModes } from "@leadrelay/contracts/route-mode";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { renderTable } from "../../output/render-table.ts";
import { collectPairs, readNumber } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { collectMembers, typedMembers } from "./route-options.ts";

export const previewRoute = (cli: Cli) =>
  new Command("preview")
    .description("what a route would have done with the client's last leads; nothing is sent or changed")
    .argument("<route>", "its name or id")
    .option("--leads <count>", "how many of the last submissions are looked at, 200 at most", readNumber)
    .addOption(new Option("--mode <mode>", "as if it shared leads so").choices(routeModes))
    .option(
      "--members <destination=weight>",
      "as if these were its members; repeated for each of them, in order",
      collectMembers,
    )
    .option("--when <destination=condition>", "and got these leads only; may be repeated", collectPairs)
    .action(async (route_id, { leads, mode, ...options }) => {
      const api = cli.api();
      const params = { path: { route_id } };
      const isTried = [mode, options.members, options.when].some((given) => given !== undefined);
      const preview = isTried
        ? await previewOfDraft()
        : await answerOf(
            api.GET("/api/routes/{route_id}/preview", {
              params: { ...params, query: withoutUndefined({ leads }) },
            }),
          );

      /** What is not named stays as it is. */
      async function previewOfDraft() {
        const route = await answerOf(api.GET("/api/routes/{route_id}", { params }));
        const members = await typedMembers(cli, options, route.client_id);
        const kept = route.members.map(({ destination_id, weight, conditions }) => ({
          destination_id,
          weight,
          conditions,
        }));
        return answerOf(
          api.POST("/api/clients/{client_id}/route-preview", {
            params: { path: { client_id: route.client_id } },
            body: {
              mode: mode ?? route.mode,
              members: members ?? kept,
              route_id: route.id,
              ...withoutUndefined({ leads }),
            },
          }),
        );
      }

      cli.results.show(preview, (paint) => {
        const shares = preview.members.map(({ name, leads }) => `${name} ${leads}`).join(", ");
        const nobody = preview.nobody === 0 ? "" : `, nobody ${preview.nobody}`;
        const table = renderTable(
          [
            { title: "SUBMISSION", value: ({ submission_public_id }) => submission_public_id },
            { title: "SUBMITTED", value: ({ submitted_at }) => localTime(submitted_at, cli.outside) },
            { title: "WOULD HAVE GONE TO", isSentence: true, value: ({ words }) => words },
          ],
          preview.leads,
          paint,
        );
        return `${table}${preview.leads.length} leads: ${shares}${nobody}\n`;
      });
    });
