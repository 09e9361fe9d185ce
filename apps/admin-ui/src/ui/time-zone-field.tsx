import { useId } from "react";
import { TextField } from "./text-field.tsx";

/** A time zone by its IANA name, with those that the browser knows to choose from. */
export function TimeZoneField({
  label,
  help,
  value,
  fault,
  onChange,
}: {
  label: string;
  help: string;
  value: string;
  fault?: string | undefined;
  onChange: (zone: string) => void;
}) {
  const id = useId();
  return (
    <>
      <TextField
        label={label}
        help={help}
        fault={fault}
        list={id}
        maxLength={64}
        autoComplete="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={id}>
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
