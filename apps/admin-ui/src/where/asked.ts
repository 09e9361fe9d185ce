import { useSyncExternalStore } from "react";
import { whenSignedOut } from "../query-client.ts";

let asked = "";
const listeners = new Set<() => void>();

/** Remembers what is looked for, in this page alone: it is personal data, and addresses are logged and shared. */
export function askWhere(text: string): void {
  asked = text;
  for (const listener of listeners) listener();
}

// Whoever signs in next may be somebody else.
whenSignedOut(() => askWhere(""));

/** What was asked last; empty after the page was loaded anew. */
export const useAsked = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
