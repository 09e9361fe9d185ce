import type { ReactNode } from "react";

/** What a popover is made of. */
export interface PopoverProps {
  label: string;
  trigger: ReactNode;
  className?: string;
  children: (close: () => void) => ReactNode;
}
