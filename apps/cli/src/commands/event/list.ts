import { Command, Option } from "@commander-js/extra-typings";
import { eventTypes } from "@leadrelay/contracts/event-type";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { findFormId } from "../shared/find-form.ts";
import { clientOption, cursorOption, limitOption } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";
import { sinceOption, untilOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

const others = ["client", "form", "type", "since", "until"];

export const listEvents = (cli: Cli) =>
  new Command("list")
    .description("events in the order of their submissions, newest first; as JSON with what is sent")
    .addOption(new Option("--lead <id>", "of this lead, without any other filter").conflicts(others))
    .addOption(new Option("--type <type>", "of this type only").choices(eventTypes))
    .addOption(clientOption())
    .option("--form <form>", "of this form only, by its id or key")
    .addOption(sinceOption(cli, "submitted then or later"))
    .addOption(untilOption(cli, "submitted before then"))
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async ({ lead, client, form, limit, cursor, ...same }) => {
      const api = cli.api();
      const filter = withoutUndefined({ client_id: client, form_id: await findFormId(cli, form), ...same });
      const page = await takeItems({ limit, cursor }, (query) =>
        answerOf(
          lead === undefined
            ? api.GET("/api/events", { params: { query: { ...filter, ...query } } })
            : api.GET("/api/leads/{lead_id}/events", { params: { path: { lead_id: lead }, query } }),
        ),
      );
      showList(cli, page, {
        what: "event",
        columns: [
          { title: "ID", value: ({ id }) => id },
          { title: "TYPE", value: ({ type }) => type },
          { title: "LEAD", value: ({ lead_id }) => lead_id },
          { title: "SUBMISSION", value: ({ submission_id }) => submission_id },
          { title: "CLIENT", value: ({ client_id }) => client_id },
          { title: "CREATED", value: ({ created_at }) => localTime(created_at, cli.outside) },
        ],
      });
    });
