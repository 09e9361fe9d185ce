import { Command, Option } from "@commander-js/extra-typings";
import { eventTypes } from "@leadrelay/contracts/event-type";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption } from "../shared/list-options.ts";
import { sinceOption, untilOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

const others = ["client", "form", "type", "since", "until"];

export const listEvents = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("list")
        .description("events in the order of their submissions, newest first; as JSON with what is sent")
        .addOption(new Option("--lead <id>", "of this lead, without any other filter").conflicts(others))
        .addOption(new Option("--type <type>", "of this type only").choices(eventTypes))
        .addOption(clientOption())
        .option("--form <form>", "of this form only, by its name, key or id")
        .addOption(sinceOption(cli, "submitted then or later"))
        .addOption(untilOption(cli, "submitted before then")),
    ),
    async ({ lead, client, form, ...same }) => {
      const filter = withoutUndefined({ client_id: client, form_id: form, ...same });
      return {
        what: "event",
        ask: (api, page) =>
          lead === undefined
            ? api.GET("/api/events", { params: { query: { ...filter, ...page } } })
            : api.GET("/api/leads/{lead_id}/events", { params: { path: { lead_id: lead }, query: page } }),
        columns: {
          named: (clientOf) => [
            { title: "ID", value: ({ id }) => id },
            { title: "TYPE", value: ({ type }) => type },
            { title: "LEAD", value: ({ lead_id }) => lead_id },
            { title: "SUBMISSION", value: ({ submission_id }) => submission_id },
            { title: "CLIENT", value: ({ client_id }) => clientOf(client_id) },
            { title: "CREATED", value: ({ created_at }) => localTime(created_at, cli.outside) },
          ],
        },
      };
    },
  );
