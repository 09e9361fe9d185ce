import { useState, type FormEvent } from "react";
import type { Schemas } from "../api.ts";
import { useMay } from "../shell/use-may.ts";
import { mapping as texts } from "../texts/mapping.ts";
import { ConditionBuilder } from "../ui/condition-builder/condition-builder.tsx";
import { NewerShape } from "./newer-shape.tsx";
import type { PartProps } from "./parts.ts";
import { SaveBar } from "./save-bar.tsx";
import { ShapePreview, useShapePreview } from "./shape-preview.tsx";
import { ShapeVersions } from "./shape-versions.tsx";
import { useLeadFields } from "./use-lead-fields.ts";
import type { useShape } from "./use-shape.ts";

/** The condition, what it would have let through, and those that there were before. */
export function FilterForm({
  destination,
  shown,
  shape,
}: Pick<PartProps, "destination"> & {
  shown: Schemas["ShownShape"];
  shape: ReturnType<typeof useShape>;
}) {
  const may = [
    useMay("config:write", destination.client_id),
    useMay("contacts:read", destination.client_id),
  ].every(Boolean);
  const before = shown.shape?.filter ?? null;
  const mapping = shown.shape?.mapping ?? null;
  const [filter, setFilter] = useState<Readonly<Record<string, unknown>> | null | undefined>(before);
  const preview = useShapePreview(destination, filter === undefined ? undefined : { filter, mapping });
  const [round, setRound] = useState(0);
  const fields = useLeadFields(destination.id);
  const isChanged = JSON.stringify(filter) !== JSON.stringify(before);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (filter !== undefined) shape.save({ filter: filter === null ? null : { ...filter }, mapping }, shown);
  };
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      <div className="grid content-start gap-6">
        <form onSubmit={submit} className="grid gap-4">
          <h2 className="text-sm font-semibold">{texts.filterTitle}</h2>
          <p className="text-soft max-w-prose">{texts.filterHelp}</p>
          {shown.is_readable ? null : <p className="text-bad">{texts.unreadable}</p>}
          <ConditionBuilder
            key={round}
            filter={before}
            fields={fields.map(({ name }) => name)}
            onChange={setFilter}
          />
          <NewerShape isNewer={shape.newer} isChanged={isChanged} onRenew={shape.renew} />
          <SaveBar
            isChanged={isChanged && filter !== undefined}
            isPending={shape.isPending}
            error={shape.error}
            why={may ? undefined : texts.mayNot}
            onDiscard={() => {
              shape.renew();
              setFilter(before);
              setRound(round + 1);
            }}
          />
        </form>
        <ShapeVersions shown={shown} onBack={may ? (version) => shape.goBack(version, shown) : undefined} />
      </div>
      <ShapePreview destination={destination} preview={preview} />
    </div>
  );
}
