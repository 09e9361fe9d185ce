import { lazy, Suspense } from "react";
import { buttonClass } from "./button.tsx";
import type { MenuProps } from "./menu-props.ts";

const OpenedMenu = lazy(async () => ({ default: (await import("./opened-menu.tsx")).OpenedMenu }));

/** A button that opens a short list of things to do; arrows, letters and Escape work in it. It comes after the page it stands on. */
export const Menu = ({ className = buttonClass(), ...rest }: MenuProps) => (
  <Suspense fallback={<span className={className}>{rest.trigger}</span>}>
    <OpenedMenu {...rest} className={className} />
  </Suspense>
);
