import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { findFormId } from "../shared/find-form.ts";
import { clientOption, cursorOption, limitOption } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";
import { sinceOption, untilOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { leadColumns } from "./lead-columns.ts";

export const listLeads = (cli: Cli) =>
  new Command("list")
    .description("leads, the newest first, or those that fit a search")
    .argument("[search]", "an e-mail address, a phone number, or a name: whole, or how it begins")
    .addOption(clientOption())
    .option("--name <words>", "of this name, whatever it looks like")
    .option("--email <address>", "with this e-mail address, or one that begins so")
    .option("--phone <number>", "with this phone number, or one that begins so")
    .option("--form <form>", "first submitted to this form, by its id or key")
    .option("--project <name>", "of this project only")
    .option("--status <stage>", "at this stage of the client's pipeline")
    .option("--test", "test leads instead of real ones")
    .addOption(sinceOption(cli, "first submitted then or later"))
    .addOption(untilOption(cli, "first submitted before then"))
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async (q, { client, form, test, limit, cursor, ...same }) => {
      const api = cli.api();
      const filter = withoutUndefined({
        q,
        client_id: client,
        form_id: await findFormId(cli, form),
        is_test: test === true ? ("true" as const) : ("false" as const),
        ...same,
      });
      const page = await takeItems({ limit, cursor }, (query) =>
        answerOf(api.GET("/api/leads", { params: { query: { ...filter, ...query } } })),
      );
      showList(cli, page, { what: "lead", columns: leadColumns(cli.outside) });
    });
