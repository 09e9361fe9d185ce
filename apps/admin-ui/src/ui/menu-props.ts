import type { ReactNode } from "react";

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
