import type { components } from "@leadrelay/client/schema.gen";
import { Option, type Command, type OptionValues } from "@commander-js/extra-typings";
import { leadStandFilters } from "@leadrelay/contracts/lead-stand";
import { withoutUndefined } from "../../shared/without-undefined.ts";

type View = Omit<components["schemas"]["LeadView"], "layout">;

/** Adds what a view can show. */
export const withViewOptions = <Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) =>
  command
    .option("--board", "as a board instead of a table")
    .addOption(new Option("--stands <where>", "something of it does").choices(leadStandFilters))
    .option("--stage <stage>", "at this stage of the pipeline")
    .option("--form <form>", "first submitted to this form, by its name, key or id")
    .option("--source <utm>", "came by this utm_source")
    .option("--campaign <campaign>", "came by this utm_campaign")
    .addOption(new Option("--tests <which>", "only tests, or none").choices(["only", "none"] as const))
    .addOption(new Option("--band <how>", "how suspicious").choices(["calm", "some", "high"] as const))
    .option("--when <days>", "today, yesterday, 7d, 30d, or 2026-11-01..2026-11-30")
    .addOption(
      new Option("--sort <order>", "by when they came first, were last seen, or by name").choices([
        "newest",
        "oldest",
        "last_seen",
        "name",
      ] as const),
    )
    .option("--columns <names>", "by commas, in their order: contact,stage,last");

type Given = { [Name in keyof View]?: View[Name] | undefined } & { board?: true | undefined };

/** The view as the API takes it. */
export const viewOf = ({
  board,
  stands,
  stage,
  form,
  source,
  campaign,
  tests,
  band,
  when,
  sort,
  columns,
}: Given) =>
  withoutUndefined({
    layout: board === true ? ("board" as const) : undefined,
    stands,
    stage,
    form,
    source,
    campaign,
    tests,
    band,
    when,
    sort,
    columns,
  });
