import { lazy, Suspense, type ReactNode } from "react";
import { buttonClass } from "./button.tsx";

const OpenedPopover = lazy(async () => ({ default: (await import("./opened-popover.tsx")).OpenedPopover }));

/** What a popover is made of. */
export interface PopoverProps {
  label: string;
  trigger: ReactNode;
  className?: string;
  children: (close: () => void) => ReactNode;
}

/** A button that opens a small form beside it. It comes after the page it stands on. */
export const Popover = ({ className = buttonClass(), ...rest }: PopoverProps) => (
  <Suspense fallback={<span className={className}>{rest.trigger}</span>}>
    <OpenedPopover {...rest} className={className} />
  </Suspense>
);
