import { useId, type TextareaHTMLAttributes } from "react";

/** A labelled text of several lines, with its help below. */
export function TextArea({
  label,
  help,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { label: string; help?: string | undefined }) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-[13px] font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        {...rest}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        className="bg-raised border-line w-full rounded-md border px-3 py-2 text-[13px] max-sm:text-base"
      />
      {help === undefined ? null : (
        <p id={`${id}-help`} className="text-soft text-xs">
          {help}
        </p>
      )}
    </div>
  );
}
