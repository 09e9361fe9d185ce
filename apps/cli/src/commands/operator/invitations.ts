import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { listCommand, withPages } from "../shared/list-command.ts";

export const listInvitations = (cli: Cli) =>
  listCommand(
    cli,
    withPages(new Command("invitations").description("who was invited, and what became of it")),
    () => ({
      what: "invitation",
      ask: (api, page) => api.GET("/api/invitations", { params: { query: page } }),
      columns: [
        { title: "ID", value: ({ id }) => id },
        { title: "E-MAIL", value: ({ email }) => email },
        { title: "ROLE", value: ({ role }) => role },
        { title: "AGENCY", isSpare: true, value: ({ agency_id }) => agency_id },
        { title: "CLIENTS", isSpare: true, value: ({ client_ids }) => client_ids.join("\n") },
        { title: "STATE", value: ({ state }) => state },
        { title: "BY", isSpare: true, value: ({ invited_by }) => invited_by },
        { title: "EXPIRES", value: ({ expires_at }) => localTime(expires_at, cli.outside) },
      ],
    }),
  );
