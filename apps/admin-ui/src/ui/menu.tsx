import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button.tsx";
import { portalHome } from "./portal-home.ts";

/** One thing a menu offers. */
export interface MenuItem {
  key: string;
  title: ReactNode;
  /** It is one of several, and this one holds. */
  isChosen?: boolean;
  isDisabled?: boolean;
  onChoose: () => void;
}

/** A button that opens a short list of things to do; arrows, letters and Escape work in it. */
export const Menu = ({
  label,
  trigger,
  className = buttonClass(),
  title,
  items,
}: {
  /** What it is, for whoever does not see what stands around. */
  label: string;
  trigger: ReactNode;
  className?: string;
  title?: string;
  items: readonly MenuItem[];
}) => (
  <Base.Root>
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
