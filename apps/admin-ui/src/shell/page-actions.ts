import { useEffect, useRef, type RefObject } from "react";

/** Something that can be done on the page that is open; the palette offers it, and its key does it. */
export interface PageAction {
  title: string;
  run: () => void;
  /** A single letter that is none of the frame's. */
  key?: string;
}

const registered = new Set<RefObject<readonly PageAction[]>>();

/** Offers what can be done here in the palette, and by key, as long as the page is open. */
export function usePageActions(actions: readonly PageAction[]): void {
  const ref = useRef(actions);
  useEffect(() => {
    ref.current = actions;
  });
  useEffect(() => {
    registered.add(ref);
    return () => void registered.delete(ref);
  }, []);
}

/** What the open page offers now. */
export const pageActions = (): readonly PageAction[] => [...registered].flatMap(({ current }) => current);
