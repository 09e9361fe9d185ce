import { ChevronDown, ChevronUp, Columns3 } from "lucide-react";
import { leadTexts } from "../texts/leads.ts";
import { Button } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { columnIds, usualColumns, type ColumnId } from "./lead-columns.tsx";

/** Which columns there are, and in which order. */
export function ColumnsMenu({
  shown,
  onChange,
}: {
  shown: readonly ColumnId[];
  onChange: (shown: readonly ColumnId[]) => void;
}) {
  const swap = (index: number, by: -1 | 1) => {
    const [moved, other] = [shown[index], shown[index + by]];
    if (moved === undefined || other === undefined) return;
    onChange(shown.with(index, other).with(index + by, moved));
  };
  const names = leadTexts.columnNames;
  return (
    <Popover
      label={leadTexts.columns}
      trigger={
        <>
          <Columns3 aria-hidden className="size-4" />
          {leadTexts.columns}
        </>
      }
    >
      {() => (
        <div className="grid gap-2">
          <p className="text-soft text-xs">{leadTexts.columnsHelp}</p>
          <ul className="grid">
            {[...shown, ...columnIds.filter((id) => !shown.includes(id))].map((id) => {
              const index = shown.indexOf(id);
              return (
                <li key={id} className="flex h-8 items-center gap-1">
                  <label className="flex flex-1 items-center gap-2 pe-6">
                    <input
                      type="checkbox"
                      className="accent-brand size-4 shrink-0"
                      checked={index >= 0}
                      disabled={index >= 0 && shown.length === 1}
                      onChange={() =>
                        onChange(index >= 0 ? shown.filter((one) => one !== id) : [...shown, id])
                      }
                    />
                    {names[id]}
                  </label>
                  <Mover
                    label={leadTexts.columnUp(names[id])}
                    isOff={index < 1}
                    onPress={() => swap(index, -1)}
                    Icon={ChevronUp}
                  />
                  <Mover
                    label={leadTexts.columnDown(names[id])}
                    isOff={index < 0 || index === shown.length - 1}
                    onPress={() => swap(index, 1)}
                    Icon={ChevronDown}
                  />
                </li>
              );
            })}
          </ul>
          <Button kind="quiet" onClick={() => onChange(usualColumns)}>
            {leadTexts.usualColumns}
          </Button>
        </div>
      )}
    </Popover>
  );
}

const Mover = ({
  label,
  isOff,
  onPress,
  Icon,
}: {
  label: string;
  isOff: boolean;
  onPress: () => void;
  Icon: typeof ChevronUp;
}) => (
  <button
    type="button"
    aria-label={label}
    disabled={isOff}
    onClick={onPress}
    className="text-soft hover:text-ink grid size-6 place-items-center rounded disabled:invisible"
  >
    <Icon aria-hidden className="size-4" />
  </button>
);
