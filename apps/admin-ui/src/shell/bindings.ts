import { closePanel, moveRow, openPage, openRow } from "../ui/rows.ts";
import { shell } from "../texts/shell.ts";
import { pageActions } from "./page-actions.ts";
import type { Place } from "./places.ts";

/** What a key does; the dialog of keys shows this table, and the frame acts by it. */
export interface Binding {
  /** As `pressedKeys` says it. */
  keys: string;
  group: keyof typeof shell.keys.groups;
  what: string;
  /** false: it was none of its, and the browser does what it does. */
  run: () => boolean | void;
}

/** Every key that does something now. */
export const bindings = (
  places: readonly Place[],
  {
    go,
    showKeys,
    showPalette,
  }: { go: (to: Place["to"]) => void; showKeys: () => void; showPalette: () => void },
): Binding[] => [
  {
    keys: "/",
    group: "anywhere",
    what: shell.keys.where,
    run: () => document.getElementById("where-box")?.focus(),
  },
  { keys: "mod+k", group: "anywhere", what: shell.keys.palette, run: showPalette },
  { keys: "?", group: "anywhere", what: shell.keys.keys, run: showKeys },
  { keys: "j", group: "lists", what: shell.keys.next, run: () => moveRow(1) },
  { keys: "k", group: "lists", what: shell.keys.previous, run: () => moveRow(-1) },
  { keys: "Enter", group: "lists", what: shell.keys.open, run: openRow },
  { keys: "o", group: "lists", what: shell.keys.page, run: openPage },
  { keys: "Escape", group: "lists", what: shell.keys.close, run: closePanel },
  ...places.map(({ to, title, chord }): Binding => ({
    keys: `g ${chord}`,
    group: "places",
    what: title,
    run: () => go(to),
  })),
  ...pageActions().flatMap(({ title, key, run }): Binding[] =>
    key === undefined ? [] : [{ keys: key, group: "here", what: title, run }],
  ),
];
