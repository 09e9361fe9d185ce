import type { Page } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { renderTable, type Column } from "../../output/render-table.ts";

/** A list as the command's result. None at all ends the command with 5. @param what such as "dead letter" @param none what that means */
export function showList<Item>(
  { results }: Cli,
  page: Page<Item>,
  { what, columns, none }: { what: string; columns: readonly Column<Item>[]; none?: string },
): void {
  const isEmpty = page.items.length === 0;
  results.show(page, (paint) => (isEmpty ? "" : renderTable(columns, page.items, paint)));
  if (isEmpty) results.nothing(`No ${what} matches.${none === undefined ? "" : ` ${none}`}`);
  if (page.next_cursor !== null)
    results.note(`There are more: --cursor ${page.next_cursor}, or a higher --limit.`);
}
