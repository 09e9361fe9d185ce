import { Command, Option } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { oneLine } from "../../output/one-line.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { sayAction } from "./say-action.ts";
import { clientOption } from "../shared/list-options.ts";
import { sinceOption, untilOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

export const listAudit = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("list")
        .description("who changed what, newest first; --reads: who read contact details, --all: both")
        .addOption(clientOption())
        .option("--action <action>", "such as form.changed, or only its beginning: form")
        .option("--actor <actor>", "by this operator or key")
        .addOption(new Option("--reads", "readings of contact details instead of changes").conflicts("all"))
        .option("--all", "changes, and readings of contact details")
        .addOption(sinceOption(cli, "done then or later"))
        .addOption(untilOption(cli, "done before then")),
    ),
    ({ client, reads, all, ...same }) => {
      // An action that is named may be a reading: it is not hidden from who asks for it.
      const isAll = all === true || same.action !== undefined;
      const kind = reads === true ? ("reads" as const) : isAll ? undefined : ("changes" as const);
      const filter = { ...withoutUndefined({ client_id: client, kind }), ...same };
      return {
        what: "entry",
        ...(kind === "changes" ? { none: noChange } : {}),
        ask: (api, page) => api.GET("/api/audit-log", { params: { query: { ...filter, ...page } } }),
        columns: {
          named: (clientOf) => [
            { title: "WHEN", value: ({ created_at }) => localTime(created_at, cli.outside) },
            { title: "WHO", value: ({ actor }) => actor.name },
            { title: "DID", value: ({ action }) => sayAction(action) },
            { title: "TO", value: ({ subject }) => subject.id },
            { title: "CLIENT", value: ({ client_id }) => clientOf(client_id) },
            { title: "DETAIL", isSentence: true, value: ({ detail }) => oneLine(detailWords(detail)) },
          ],
        },
      };
    },
  );

const noChange = "Nothing was changed. `leadrelay audit list --reads` lists who read contact details.";

const detailWords = (detail: Readonly<Record<string, unknown>>) =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
