import type { Command, OptionValues } from "@commander-js/extra-typings";
import type { LeadRelayClient } from "@leadrelay/client/create-client";
import { answerOf, type Fetched } from "../../api/answer-of.ts";
import { takeItems, type ListOptions, type Page } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import type { Column } from "../../output/render-table.ts";
import { clientNames, type ClientNames } from "./client-names.ts";
import { cursorOption, limitOption } from "./list-options.ts";
import { showList } from "./show-list.ts";

/** A list of the API: what it is of, such as "dead letter", how a page of it is asked for, and what of each item is shown. */
interface List<Item> {
  what: string;
  ask: (api: LeadRelayClient, page: { limit: number; cursor?: string }) => Promise<Fetched<Page<Item>>>;
  /** `named`: for a list whose columns tell what clients are called. */
  columns: readonly Column<Item>[] | { named: (clientOf: ClientNames) => readonly Column<Item>[] };
  /** What it means that there is none, where that teaches something. */
  none?: string;
}

/** Adds how much of a list is asked for; below its filters in help. */
export const withPages = <Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) => command.addOption(limitOption()).addOption(cursorOption());

/** Takes as many items as the options say, page after page, and shows them. */
export async function showPages<Item>(cli: Cli, options: ListOptions, list: List<Item>): Promise<void> {
  const api = cli.api();
  const page = await takeItems(options, (part) => answerOf(list.ask(api, part)));
  showList(cli, page, { ...list, columns: await columnsOf(cli, list.columns, page.items) });
}

async function columnsOf<Item>(
  cli: Cli,
  columns: List<Item>["columns"],
  items: readonly Item[],
): Promise<readonly Column<Item>[]> {
  if (!("named" in columns)) return columns;
  return columns.named(await clientNames(cli, items.map(ownerOf)));
}

const ownerOf = (item: unknown): { client_id: string | null } =>
  typeof item === "object" && item !== null && "client_id" in item && typeof item.client_id === "string"
    ? { client_id: item.client_id }
    : { client_id: null };

/** A command `withPages` that shows a list of the API; `listOf` reads its filters from the options and arguments given. */
export const listCommand = <Args extends unknown[], Options extends ListOptions & OptionValues, Item>(
  cli: Cli,
  command: Command<Args, Options>,
  listOf: (filters: Omit<Options, keyof ListOptions>, ...args: Args) => List<Item> | Promise<List<Item>>,
) =>
  command.action(async () => {
    const { limit, cursor, ...filters } = command.opts();
    const list = await listOf(filters, ...command.processedArgs);
    await showPages(cli, { limit, cursor }, list);
  });
