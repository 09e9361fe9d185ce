import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { cursorOption, limitOption } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";

export const listInvitations = (cli: Cli) =>
  new Command("invitations")
    .description("who was invited, and what became of it")
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async (options) => {
      const api = cli.api();
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/invitations", { params: { query } })),
      );
      showList(cli, page, {
        what: "invitation",
        columns: [
          { title: "ID", value: ({ id }) => id },
          { title: "E-MAIL", value: ({ email }) => email },
          { title: "ROLE", value: ({ role }) => role },
          { title: "AGENCY", value: ({ agency_id }) => agency_id },
          { title: "CLIENTS", value: ({ client_ids }) => client_ids.join("\n") },
          { title: "STATE", value: ({ state }) => state },
          { title: "BY", value: ({ invited_by }) => invited_by },
          { title: "EXPIRES", value: ({ expires_at }) => localTime(expires_at, cli.outside) },
        ],
      });
    });
