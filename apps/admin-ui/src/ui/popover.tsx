import { lazy, Suspense } from "react";
import { buttonClass } from "./button.tsx";
import type { PopoverProps } from "./popover-props.ts";

const OpenedPopover = lazy(async () => ({ default: (await import("./opened-popover.tsx")).OpenedPopover }));

/** A button that opens a small form beside it. It comes after the page it stands on. */
export const Popover = ({ className = buttonClass(), ...rest }: PopoverProps) => (
  <Suspense fallback={<span className={className}>{rest.trigger}</span>}>
    <OpenedPopover {...rest} className={className} />
  </Suspense>
);
