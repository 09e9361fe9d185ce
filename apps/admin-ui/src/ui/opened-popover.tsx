import { Popover as Base } from "@base-ui/react/popover";
import { useState } from "react";
import type { PopoverProps } from "./popover-props.ts";
import { portalHome } from "./portal-home.ts";

/** What `Popover` is, once it is there. */
export function OpenedPopover({ label, trigger, className, children }: PopoverProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Base.Root open={isOpen} onOpenChange={setIsOpen}>
      <Base.Trigger className={className}>{trigger}</Base.Trigger>
      <Base.Portal container={portalHome()}>
        <Base.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-40">
          <Base.Popup
            aria-label={label}
            className="bg-raised border-line max-h-[70vh] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border p-3 shadow-lg outline-none"
          >
            {children(() => setIsOpen(false))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
