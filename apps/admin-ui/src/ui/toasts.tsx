import { lazy, Suspense, useEffect, useState } from "react";
import { problemOf } from "../format/problem.ts";
import type { Told } from "./told.ts";

const Region = lazy(async () => ({ default: (await import("./toast-region.tsx")).ToastRegion }));

let waiting: Told[] = [];
let show: ((told: Told) => void) | null = null;
const tell = (told: Told) => (show === null ? void waiting.push(told) : show(told));

/** Says that something was done; with `undo` also how it is taken back. */
export const tellDone = (title: string, more: Pick<Told, "detail" | "undo"> = {}): void =>
  tell({ kind: "done", title, ...more });

/** Says what an action failed of, in the API's words; it stands until somebody closes it. */
export function tellFailed(error: unknown, title?: string): void {
  const { title: problem, detail } = problemOf(error);
  tell({ kind: "failed", title: title ?? problem, detail });
}

/** Where notices appear: once, around everything. It loads after the page that it stands on, and is there before the first of them. */
export function Toasts() {
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsWanted(true), 1_500);
    return () => clearTimeout(timer);
  }, []);
  return isWanted ? (
    <Suspense>
      <Region
        onReady={(shows) => {
          show = shows;
          for (const told of waiting) shows(told);
          waiting = [];
        }}
      />
    </Suspense>
  ) : null;
}
