import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent, type ReactNode } from "react";

/** A column of a table of many rows. */
export interface DataColumn<Item> {
  id: string;
  title: string;
  cell: (item: Item) => ReactNode;
  /** Only where there is room. */
  isWide?: boolean;
  /** The order it is sorted by now, if it can be; pressing its title changes that. */
  sorted?: { direction: "ascending" | "descending" | "none"; onPress: () => void };
}

const [rowHeight, cardHeight] = [41, 76];

/**
 * A table that has only those rows in the page that are looked at, and asks for more before its end is reached; told as a whole to who
 * does not see it. On a phone rows are cards. A press on a row opens it; its first cell leads on.
 */
export function DataTable<Item>({
  label,
  columns,
  items,
  keyOf,
  isOpen,
  onOpen,
  more,
}: {
  label: string;
  columns: readonly DataColumn<Item>[];
  items: readonly Item[];
  keyOf: (item: Item) => string;
  isOpen: (item: Item) => boolean;
  onOpen: (item: Item) => void;
  /** How more of them come; null: these are all. */
  more: (() => void) | null;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => setScrollMargin(body.current?.offsetTop ?? 0), []);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => document.getElementById("content"),
    estimateSize: () => (window.innerWidth < 640 ? cardHeight : rowHeight),
    getItemKey: (index) => keyOf(items[index] as Item),
    overscan: 12,
    scrollMargin,
  });
  // On a phone every second cell stands at the right end of its line; those that are left out there do not count.
  const narrow = columns.filter(({ isWide = false }) => !isWide);
  const isAtEnd = (column: DataColumn<Item>) => narrow.indexOf(column) % 2 === 1;
  const shown = rows.getVirtualItems();
  const isNearEnd = (shown.at(-1)?.index ?? 0) >= items.length - 15;
  useEffect(() => {
    if (isNearEnd) more?.();
  }, [isNearEnd, more]);
  const above = (shown[0]?.start ?? scrollMargin) - scrollMargin;
  const below = rows.getTotalSize() - ((shown.at(-1)?.end ?? scrollMargin) - scrollMargin);
  const press = (event: MouseEvent, item: Item) => {
    const onOther = event.target instanceof Element && event.target.closest("a, button, input, [role=menu]");
    if (onOther === null && window.getSelection()?.type !== "Range") onOpen(item);
  };
  return (
    <div className="@container">
      <table
        role="table"
        aria-label={label}
        aria-rowcount={more === null ? items.length + 1 : -1}
        className="w-full border-collapse max-sm:block"
      >
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row" aria-rowindex={1} className="border-line border-b">
            {columns.map(({ id, title, isWide = false, sorted }) => (
              <th
                key={id}
                role="columnheader"
                scope="col"
                aria-sort={sorted?.direction}
                className={`text-soft px-4 py-2 text-start text-xs font-medium whitespace-nowrap ${isWide ? "@max-[58rem]:hidden" : ""}`}
              >
                {sorted === undefined ? title : <SortButton title={title} {...sorted} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} role="rowgroup" className="max-sm:block">
          <Gap height={above} columns={columns.length} />
          {shown.map(({ index, key }) => {
            const item = items[index] as Item;
            return (
              <tr
                key={key}
                ref={rows.measureElement}
                data-index={index}
                data-row
                data-open={isOpen(item) || undefined}
                role="row"
                aria-rowindex={index + 2}
                onClick={(event) => press(event, item)}
                className="border-line hover:bg-calm-tint data-open:bg-brand-tint cursor-pointer border-b max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-3 max-sm:gap-y-0.5 max-sm:px-4 max-sm:py-3"
              >
                {columns.map((column) => (
                  <td
                    key={column.id}
                    role="cell"
                    className={`h-10 max-w-80 px-4 py-1 first:font-medium max-sm:h-auto max-sm:p-0 ${column.isWide === true ? "@max-[58rem]:hidden" : ""} ${isAtEnd(column) ? "max-sm:text-end" : ""}`}
                  >
                    {column.cell(item)}
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap height={below} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** The room of rows that are not in the page. */
const Gap = ({ height, columns }: { height: number; columns: number }) =>
  height < 1 ? null : (
    <tr aria-hidden role="presentation" className="max-sm:block">
      <td colSpan={columns} className="p-0 max-sm:block" style={{ height }} />
    </tr>
  );

const SortButton = ({
  title,
  direction,
  onPress,
}: { title: string } & NonNullable<DataColumn<unknown>["sorted"]>) => {
  const Arrow = direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <button type="button" onClick={onPress} className="hover:text-ink inline-flex items-center gap-1">
      {title}
      <Arrow aria-hidden className={`size-3 ${direction === "none" ? "opacity-0" : ""}`} />
    </button>
  );
};
