import { lazy, Suspense, type ReactNode } from "react";
import { buttonClass } from "./button.tsx";

const OpenedMenu = lazy(async () => ({ default: (await import("./opened-menu.tsx")).OpenedMenu }));

/** One thing a menu offers. */
interface MenuItem {
  key: string;
  title: ReactNode;
  /** It is one of several, and this one holds. */
  isChosen?: boolean;
  isDisabled?: boolean;
  onChoose: () => void;
}

/** What a menu is made of. */
export interface MenuProps {
  /** What it is, for whoever does not see what stands around; it begins with what the button shows. */
  label: string;
  trigger: ReactNode;
  className?: string;
  title?: string | undefined;
  items: readonly MenuItem[];
}

/** A button that opens a short list of things to do; arrows, letters and Escape work in it. It comes after the page it stands on. */
export const Menu = ({ className = buttonClass(), ...rest }: MenuProps) => (
  <Suspense fallback={<span className={className}>{rest.trigger}</span>}>
    <OpenedMenu {...rest} className={className} />
  </Suspense>
);
