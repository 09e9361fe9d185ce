import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import type { Schemas } from "../api.ts";
import { bindings } from "./bindings.ts";
import { placesFor } from "./places.ts";
import { pressedKeys, type Begun } from "./pressed-keys.ts";

const KeysDialog = lazy(async () => ({ default: (await import("./keys-dialog.tsx")).KeysDialog }));
const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));

/** What lies over the page: all keys, or the palette. */
export type Over = "keys" | "palette" | null;

/** The keyboard, and what it opens over the page. */
export function Shortcuts({
  you,
  over,
  setOver,
}: {
  you: Schemas["You"];
  over: Over;
  setOver: (over: Over) => void;
}) {
  const navigate = useNavigate();
  const begun = useRef<Begun | null>(null);
  const table = useMemo(
    () => () =>
      bindings(placesFor(you), {
        go: (to) => void navigate({ to, search: ({ client }) => ({ client }) }),
        showKeys: () => setOver("keys"),
        showPalette: () => setOver("palette"),
      }),
    [navigate, setOver, you],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isOver(event.target)) return;
      const { keys, begins } = pressedKeys(event, begun.current, Date.now());
      if (isTyping(event.target) && keys !== "mod+k") return;
      begun.current = begins;
      const found = table().find((binding) => binding.keys === keys);
      if (found !== undefined && found.run() !== false) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [table]);
  const close = () => setOver(null);
  return (
    <Suspense>
      {over === "keys" ? <KeysDialog bindings={table()} onClose={close} /> : null}
      {over === "palette" ? <Palette you={you} onClose={close} /> : null}
    </Suspense>
  );
}

/** Where letters are written, or choose. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("textarea, select, [role=textbox], [role=combobox]") ||
    target.matches("input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range])"));

/** What lies over the page has keys of its own. */
const isOver = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("[role=dialog]:not([aria-modal=false]), [role=alertdialog], [role=menu], [role=listbox]") !==
    null;
