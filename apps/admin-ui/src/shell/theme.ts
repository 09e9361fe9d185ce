import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
const isDark = () => document.documentElement.dataset["theme"] === "dark";

/** Changes between light and dark; remembered in this browser. */
export function turnTheme(): void {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset["theme"] = theme;
  localStorage.setItem("theme", theme);
  for (const listener of listeners) listener();
}

/** Whether the page is dark now. */
export const useIsDark = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isDark);
