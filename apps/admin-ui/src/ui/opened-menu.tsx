import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { MenuProps } from "./menu.tsx";
import { portalHome } from "./portal-home.ts";

/** What `Menu` is, once it is there. */
export const OpenedMenu = ({ label, trigger, className, title, items }: MenuProps) => (
  <Base.Root modal={false}>
    <Base.Trigger className={className} aria-label={label} title={title}>
      {trigger}
    </Base.Trigger>
    <Base.Portal container={portalHome()}>
      <Base.Positioner sideOffset={4} align="start" className="z-40">
        <Base.Popup className="bg-raised border-line max-h-80 min-w-40 overflow-y-auto rounded-lg border py-1 shadow-lg outline-none">
          {items.map(({ key, title: name, isChosen, isDisabled = false, onChoose }) => (
            <Base.Item
              key={key}
              disabled={isDisabled}
              onClick={onChoose}
              className="data-highlighted:bg-calm-tint flex h-8 items-center gap-2 px-3 outline-none data-disabled:opacity-60"
            >
              {isChosen === undefined ? null : (
                <Check aria-hidden className={`size-3.5 ${isChosen ? "" : "invisible"}`} />
              )}
              {name}
            </Base.Item>
          ))}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
