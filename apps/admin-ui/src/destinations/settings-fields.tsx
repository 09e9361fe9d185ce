import type { Schemas } from "../api.ts";
import { destinationForm as texts } from "../texts/destination-form.ts";
import type { Draft, Shown } from "../ui/schema-form/draft.ts";
import { SchemaForm } from "../ui/schema-form/schema-form.tsx";
import { groupSettings } from "./setting-groups.ts";

/** The settings of a kind: what must be said first, the rest folded away where it may stay as it is. */
export function SettingsFields({
  kind,
  draft,
  shown,
  faults,
  onChange,
}: {
  kind: Schemas["DestinationKind"];
  draft: Draft;
  shown: Shown;
  faults: Readonly<Record<string, string>>;
  onChange: (name: string, value: string | boolean) => void;
}) {
  const { needed, more, rules } = groupSettings(kind.settings);
  const parts = { draft, shown, faults, onChange };
  const isAtFault = more.some(({ name }) => name in faults);
  return (
    <>
      <SchemaForm settings={needed} {...parts} />
      {more.length === 0 ? null : (
        <details open={shown !== null || isAtFault || more.length < 3} className="group">
          <summary className="text-brand mb-3 cursor-pointer font-medium">{texts.more}</summary>
          <SchemaForm settings={more} {...parts} />
        </details>
      )}
      {rules.length === 0 || shown !== null ? null : <p className="text-soft">{texts.rules}</p>}
    </>
  );
}
