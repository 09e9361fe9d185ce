import { useState } from "react";
import type { Draft, Setting, Shown } from "./draft.ts";
import { lockedHint } from "./draft.ts";
import { SettingField } from "./setting-field.tsx";

/** A form drawn from what the API says of a kind's settings. What is secret and set is locked until somebody wants to change it. */
export function SchemaForm({
  settings,
  draft,
  shown,
  faults,
  onChange,
}: {
  settings: readonly Setting[];
  draft: Draft;
  /** What there is already; null: nothing. */
  shown: Shown;
  /** What is wrong, by the settings' names. */
  faults: Readonly<Record<string, string>>;
  onChange: (name: string, value: string | boolean) => void;
}) {
  // What the command line calls by name, a form calls by its label.
  const labels = new Map(settings.map(({ name, label }) => [name, label]));
  const named = (help: string) =>
    help.replaceAll(/`([^`]*)`/g, (code, name: string) => {
      const label = labels.get(name);
      return label === undefined ? code : `“${label}”`;
    });
  const [open, setOpen] = useState<readonly string[]>([]);
  return (
    <div className="grid gap-4">
      {settings.map((setting) => {
        const hint = open.includes(setting.name) ? undefined : lockedHint(setting, shown);
        return (
          <SettingField
            key={setting.name}
            setting={{ ...setting, help: named(setting.help) }}
            value={draft[setting.name] ?? ""}
            locked={hint}
            fault={faults[setting.name]}
            isRequired={!setting.is_optional && (shown === null || !setting.is_secret)}
            onChange={(value) => onChange(setting.name, value)}
            onUnlock={() => setOpen([...open, setting.name])}
          />
        );
      })}
    </div>
  );
}
