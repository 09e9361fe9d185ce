import { useState, type FormEvent } from "react";
import type { Schemas } from "../api.ts";
import { faultsOf, isAllOf } from "../format/faults.ts";
import { useMay } from "../shell/use-may.ts";
import { mapping as texts } from "../texts/mapping.ts";
import { Button } from "../ui/button.tsx";
import { Switch } from "../ui/switch.tsx";
import { draftOfMapping, emptyRow, faultOfRow, toMapping } from "./mapping-draft.ts";
import { MappingRow } from "./mapping-row.tsx";
import { NewerShape } from "./newer-shape.tsx";
import type { PartProps } from "./parts.ts";
import { SaveBar } from "./save-bar.tsx";
import { ShapePreview, useShapePreview } from "./shape-preview.tsx";
import { ShapeVersions } from "./shape-versions.tsx";
import { useLeadFields } from "./use-lead-fields.ts";
import type { useShape } from "./use-shape.ts";

/** Before the number of the row that a fault is of: those stand beside it, and nowhere else. */
const rowFaults = "mapping.rows.";

/** The mapping as a table, beside the exact request that it makes of a lead. */
export function MappingForm({
  destination,
  shown,
  shape,
  stands,
}: Pick<PartProps, "destination"> & {
  shown: Schemas["ShownShape"];
  shape: ReturnType<typeof useShape>;
  /** Where what it makes stands. */
  stands: "body" | "fields" | "columns";
}) {
  const may = [
    useMay("config:write", destination.client_id),
    useMay("contacts:read", destination.client_id),
  ].every(Boolean);
  const filter = shown.shape?.filter ?? null;
  const before = shown.shape?.mapping ?? null;
  const [rows, setRows] = useState(() => draftOfMapping(before));
  const [only, setOnly] = useState(before?.only ?? false);
  const fields = useLeadFields(destination.id);
  const mapping = toMapping(rows, only);
  const isChanged = JSON.stringify(mapping) !== JSON.stringify(before);
  const preview = useShapePreview(destination, { filter, mapping });
  const faults = { ...faultsOf(preview.error, rowFaults), ...faultsOf(shape.error, rowFaults) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    shape.save({ filter, mapping }, shown);
  };
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid min-w-0 content-start gap-6">
        <form onSubmit={submit} className="grid gap-4">
          <h2 className="text-sm font-semibold">{texts.mappingTitle}</h2>
          <p className="text-soft max-w-prose">{texts.mappingHelp[stands]}</p>
          {shown.is_readable ? null : <p className="text-bad">{texts.unreadable}</p>}
          {stands === "body" ? (
            <Switch label={texts.only} isOn={only} onChange={setOnly}>
              {only ? texts.onlyOn : texts.onlyOff}
            </Switch>
          ) : null}
          {rows.length === 0 ? <p className="text-soft">{texts.noRows}</p> : null}
          <ol className="grid gap-3">
            {rows.map((row, index) => (
              <MappingRow
                key={index}
                row={row}
                number={index + 1}
                fields={fields}
                fault={faultOfRow(faults, rows, index)}
                onChange={(to) => setRows(rows.map((one, at) => (at === index ? to : one)))}
                onRemove={() => setRows(rows.filter((_, at) => at !== index))}
                onUp={index === 0 ? undefined : () => setRows(movedUp(rows, index))}
              />
            ))}
          </ol>
          <div className="flex flex-wrap items-center gap-3">
            <Button onClick={() => setRows([...rows, emptyRow])}>{texts.addRow}</Button>
            <span className="text-soft text-xs">{texts.templateHelp}</span>
          </div>
          <NewerShape isNewer={shape.newer} isChanged={isChanged} onRenew={shape.renew} />
          <SaveBar
            isChanged={isChanged}
            isPending={shape.isPending}
            error={isAllOf(shape.error, rowFaults) ? null : shape.error}
            why={may ? undefined : texts.mayNot}
            onDiscard={() => {
              shape.renew();
              setRows(draftOfMapping(before));
              setOnly(before?.only ?? false);
            }}
          />
        </form>
        <ShapeVersions shown={shown} onBack={may ? (version) => shape.goBack(version, shown) : undefined} />
      </div>
      <ShapePreview
        destination={destination}
        preview={preview}
        isToldElsewhere={isAllOf(preview.error, rowFaults)}
      />
    </div>
  );
}

const movedUp = <Row,>(rows: readonly Row[], index: number): Row[] =>
  rows.toSpliced(index - 1, 2, ...rows.slice(index - 1, index + 1).toReversed());
