import { Field } from "@base-ui/react/field";
import type { InputHTMLAttributes } from "react";

/** A labelled text with its help below, or what is wrong with it. */
export function TextField({
  label,
  help,
  fault,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  help?: string | undefined;
  fault?: string | undefined;
}) {
  return (
    <Field.Root invalid={fault !== undefined} className="grid gap-1">
      <Field.Label className="text-[13px] font-medium">{label}</Field.Label>
      <Field.Control
        {...rest}
        className="bg-raised border-line data-[invalid]:border-bad h-9 w-full rounded-md border px-3 text-[13px] max-sm:text-base"
      />
      {help === undefined ? null : (
        <Field.Description className="text-soft text-xs">{help}</Field.Description>
      )}
      <Field.Error match={fault !== undefined} className="text-bad text-xs">
        {fault}
      </Field.Error>
    </Field.Root>
  );
}
