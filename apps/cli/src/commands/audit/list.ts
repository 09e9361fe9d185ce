import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { shortened } from "../../output/shortened.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption } from "../shared/list-options.ts";
import { sinceOption, untilOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

export const listAudit = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("list")
        .description("the audit log, newest first")
        .addOption(clientOption())
        .option("--action <action>", "such as form.changed, or only its beginning: form")
        .option("--actor <actor>", "by this operator or key")
        .addOption(sinceOption(cli, "done then or later"))
        .addOption(untilOption(cli, "done before then")),
    ),
    ({ client, ...same }) => {
      const filter = { ...withoutUndefined({ client_id: client }), ...same };
      return {
        what: "entry",
        ask: (api, page) => api.GET("/api/audit-log", { params: { query: { ...filter, ...page } } }),
        columns: [
          { title: "WHEN", value: ({ created_at }) => localTime(created_at, cli.outside) },
          { title: "WHO", value: ({ actor }) => actor.name },
          { title: "DID", value: ({ action }) => action },
          { title: "TO", value: ({ subject }) => subject.id },
          { title: "CLIENT", value: ({ client_id }) => client_id },
          { title: "DETAIL", value: ({ detail }) => shortened(detailWords(detail)) },
        ],
      };
    },
  );

const detailWords = (detail: Readonly<Record<string, unknown>>) =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
