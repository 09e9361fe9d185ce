import { ArrowDown, ArrowUp, X } from "lucide-react";
import type { HostedPage } from "../hosted-page.ts";
import { formsTexts } from "../../texts/forms.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";

const texts = formsTexts.page;
type Field = HostedPage["fields"][number];
const kinds = ["text", "email", "tel", "textarea", "select", "checkbox"] as const;

/** One field of a hosted page. */
export function PageField({
  field,
  place,
  isLast,
  onChange,
  onMove,
  onRemove,
}: {
  field: Field;
  /** From 0. */
  place: number;
  isLast: boolean;
  onChange: (changed: Partial<Field>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const act = [
    { label: texts.up, icon: ArrowUp, isOff: place === 0, run: () => onMove(-1) },
    { label: texts.down, icon: ArrowDown, isOff: isLast, run: () => onMove(1) },
    { label: texts.remove, icon: X, isOff: false, run: onRemove },
  ];
  return (
    <li className="border-line grid gap-2 rounded-md border p-3" aria-label={texts.field(place + 1)}>
      <div className="flex items-center gap-1">
        <span className="min-w-0 flex-1 truncate font-medium">{field.label}</span>
        {act.map(({ label, icon: Icon, isOff, run }) => (
          <Button
            key={label}
            kind="quiet"
            className="px-2!"
            aria-label={`${label}: ${field.label}`}
            disabled={isOff}
            onClick={run}
          >
            <Icon aria-hidden className="size-4" />
          </Button>
        ))}
      </div>
      <div className="grid gap-2 sm:grid-cols-2">
        <TextField
          label={texts.label}
          required
          maxLength={200}
          value={field.label}
          onChange={({ target }) => onChange({ label: target.value })}
        />
        <TextField
          label={texts.name}
          required
          maxLength={100}
          value={field.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
        <SelectField
          label={texts.kind}
          value={field.kind}
          words={kinds.map((kind) => [kind, texts.kinds[kind]])}
          onChange={(kind) => onChange({ kind, ...(kind === "select" ? {} : { options: [] }) })}
        />
        <label className="flex items-center gap-2 self-end pb-2">
          <input
            type="checkbox"
            className="accent-brand size-4 shrink-0"
            checked={field.is_required}
            onChange={({ target }) => onChange({ is_required: target.checked })}
          />
          {texts.required}
        </label>
      </div>
      {field.kind === "select" ? (
        <TextArea
          label={texts.options}
          rows={3}
          required
          defaultValue={field.options.join("\n")}
          onChange={({ target }) =>
            onChange({
              options: target.value
                .split("\n")
                .map((line) => line.trim())
                .filter((line) => line !== ""),
            })
          }
        />
      ) : null}
    </li>
  );
}
