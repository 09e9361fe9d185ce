import { ArrowUp, X } from "lucide-react";
import { useId } from "react";
import type { Schemas } from "../api.ts";
import { mapping as texts } from "../texts/mapping.ts";
import { Button } from "../ui/button.tsx";
import { inputClass } from "../ui/input-class.ts";
import { rowKinds, type DraftRow } from "./mapping-draft.ts";

/** One row: the name over there, and what stands under it. */
export function MappingRow({
  row,
  number,
  fields,
  fault,
  onChange,
  onRemove,
  onUp,
}: {
  row: DraftRow;
  number: number;
  fields: readonly Schemas["LeadField"][];
  fault: string | undefined;
  onChange: (row: DraftRow) => void;
  onRemove: () => void;
  onUp: (() => void) | undefined;
}) {
  const names = useId();
  const { target, kind, value, usual } = row;
  const example = kind === "field" ? fields.find(({ name }) => name === value)?.example : undefined;
  return (
    <li>
      <div
        role="group"
        aria-label={texts.row(number)}
        className="border-line grid gap-2 rounded-lg border p-2 sm:grid-cols-[minmax(0,3fr)_7.5rem_minmax(0,4fr)_minmax(0,2fr)_4.75rem] sm:border-0 sm:p-0"
      >
        <input
          aria-label={texts.target}
          placeholder={texts.target}
          maxLength={500}
          spellCheck={false}
          className={inputClass}
          value={target}
          onChange={(event) => onChange({ ...row, target: event.target.value })}
        />
        <select
          aria-label={texts.from}
          className={inputClass}
          value={kind}
          onChange={(event) =>
            onChange({ ...row, kind: rowKinds.find((one) => one === event.target.value) ?? "field" })
          }
        >
          {rowKinds.map((one) => (
            <option key={one} value={one}>
              {texts.kinds[one]}
            </option>
          ))}
        </select>
        <span className="grid gap-0.5">
          <input
            aria-label={texts.value[kind]}
            placeholder={texts.placeholder[kind]}
            list={kind === "field" ? names : undefined}
            maxLength={kind === "template" ? 10_000 : 2_000}
            spellCheck={false}
            className={inputClass}
            value={value}
            onChange={(event) => onChange({ ...row, value: event.target.value })}
          />
          {example == null ? null : (
            <span className="text-soft truncate text-xs">{texts.suchAs(example)}</span>
          )}
          {fault === undefined ? null : (
            <span role="alert" className="text-bad text-xs">
              {fault}
            </span>
          )}
        </span>
        <input
          aria-label={texts.usual}
          placeholder={texts.usual}
          maxLength={2_000}
          className={inputClass}
          value={usual}
          disabled={kind === "constant"}
          onChange={(event) => onChange({ ...row, usual: event.target.value })}
        />
        <span className="flex">
          {onUp === undefined ? null : (
            <Button kind="quiet" className="px-2!" aria-label={texts.upRow(number)} onClick={onUp}>
              <ArrowUp aria-hidden className="size-4" />
            </Button>
          )}
          <Button
            kind="quiet"
            className="ms-auto px-2!"
            aria-label={texts.removeRow(number)}
            onClick={onRemove}
          >
            <X aria-hidden className="size-4" />
          </Button>
        </span>
        <datalist id={names}>
          {fields.map(({ name, example: such }) => (
            <option key={name} value={name}>
              {such === null ? name : `${name}: ${such}`}
            </option>
          ))}
        </datalist>
      </div>
    </li>
  );
}
