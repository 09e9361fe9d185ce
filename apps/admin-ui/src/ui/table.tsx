import type { MouseEvent, ReactNode } from "react";

/** One column of a list: what stands over it, and what of an item stands in it. */
export interface Column<Item> {
  title: string;
  cell: (item: Item) => ReactNode;
  /** Only where there is room. */
  wide?: boolean;
  /** Whole sentences, which take what room is left and go on in a second line; the others stay on one. */
  long?: boolean;
}

/** A press anywhere on a row does what its first column's link does; one on a button of the row, or that marks words, does not. */
function openRow({ target, currentTarget }: MouseEvent<HTMLElement>): void {
  const onOther =
    target instanceof Element && target.closest("a, button, input, select, summary, [role=menu]");
  if (onOther !== null || window.getSelection()?.type === "Range") return;
  currentTarget.querySelector<HTMLElement>("td:first-child :is(a[href], button)")?.click();
}

/** Where a column has room, by the list's own width: beside an open panel it has less than the page. */
const room = ({ wide = false, long = false }: Pick<Column<never>, "wide" | "long">) =>
  `${wide ? "@max-[58rem]:hidden" : ""} ${long ? "@min-[58rem]:w-full" : "@min-[58rem]:max-w-80 @min-[58rem]:truncate"}`;

/** A list of items as rows, on a phone as cards: the roles say what it is where its style would hide that. The first column names the item and leads on. */
export function Table<Item extends { id?: string | null }>({
  label,
  columns,
  items,
  keyOf,
  isOpen = () => false,
  isFramed = false,
}: {
  label: string;
  columns: readonly Column<Item>[];
  items: readonly Item[];
  keyOf: (item: Item) => string;
  isOpen?: (item: Item) => boolean;
  /** It ends where a frame around it does, whose line closes it. */
  isFramed?: boolean;
}) {
  return (
    <div className="@container">
      <table role="table" aria-label={label} className="w-full border-collapse max-sm:block">
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row" className="border-line border-b">
            {columns.map(({ title, ...column }) => (
              <th
                key={title}
                role="columnheader"
                scope="col"
                className={`text-soft px-4 py-2 text-start text-xs font-medium ${room(column)}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={`max-sm:block ${isFramed ? "*:last:border-b-0" : ""}`}>
          {items.map((item) => (
            <tr
              key={keyOf(item)}
              role="row"
              data-row
              data-open={isOpen(item) || undefined}
              onClick={openRow}
              className="border-line has-[td:first-child_:is(a,button)]:cursor-pointer hover:bg-calm-tint data-open:bg-brand-tint border-b max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-3 max-sm:gap-y-0.5 max-sm:px-4 max-sm:py-3"
            >
              {columns.map(({ title, cell, ...column }) => (
                <td
                  key={title}
                  role="cell"
                  className={`h-10 px-4 py-1 first:font-medium max-sm:h-auto max-sm:p-0 max-sm:even:text-end ${room(column)}`}
                >
                  {cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
