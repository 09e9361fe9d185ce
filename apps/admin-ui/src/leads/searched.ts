import { useSyncExternalStore } from "react";
import { whenSignedOut } from "../query-client.ts";

let searched = "";
const listeners = new Set<() => void>();

/** Remembers whom the list looks for, in this page alone: it is personal data, and addresses are logged and shared. */
export function searchFor(text: string): void {
  searched = text.trim();
  for (const listener of listeners) listener();
}

// Whoever signs in next may be somebody else.
whenSignedOut(() => searchFor(""));

/** Whom the list looks for; empty: everybody. */
export const useSearched = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => searched,
  );
