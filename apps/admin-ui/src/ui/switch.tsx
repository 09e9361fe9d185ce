import { Switch as Base } from "@base-ui/react/switch";
import type { ReactNode } from "react";

/** Something that is on or off, with what that means beside it. */
export const Switch = ({
  label,
  isOn,
  onChange,
  isDisabled = false,
  children,
}: {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isDisabled?: boolean;
  /** What it means as it is. */
  children?: ReactNode;
}) => (
  <label className="flex items-start gap-3">
    <Base.Root
      checked={isOn}
      onCheckedChange={onChange}
      disabled={isDisabled}
      className="bg-calm-tint border-soft data-checked:bg-brand data-checked:border-brand mt-px flex h-5 w-9 shrink-0 items-center rounded-full border px-0.5 transition-colors data-disabled:opacity-60"
    >
      <Base.Thumb className="bg-soft data-checked:bg-brand-ink size-3.5 rounded-full transition-[translate] data-checked:translate-x-[15px]" />
    </Base.Root>
    <span className="grid gap-0.5">
      <span className="font-medium">{label}</span>
      {children === undefined ? null : <span className="text-soft">{children}</span>}
    </span>
  </label>
);
