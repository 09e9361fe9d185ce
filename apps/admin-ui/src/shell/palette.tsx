import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useState } from "react";
import type { Schemas } from "../api.ts";
import { shell } from "../texts/shell.ts";
import { shared } from "../texts/shared.ts";
import { Keys } from "./keys.tsx";
import { isMeant, type PaletteGroup, type PaletteItem } from "./palette-items.ts";
import { usePaletteGroups } from "./use-palette-groups.ts";

/** A page, an action, a client or a lead by what is typed; everything by the keyboard. */
export function Palette({ you, onClose }: { you: Schemas["You"]; onClose: () => void }) {
  const [text, setText] = useState("");
  const typed = text.trim();
  const groups = usePaletteGroups(you, typed)
    .map(({ title, items }) => ({
      title,
      items: items.filter((item) => item.id === "where" || isMeant(item, typed)),
    }))
    .filter(({ items }) => items.length > 0);
  const choose = ({ run }: PaletteItem) => {
    onClose();
    run();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-black/40" />
        <Dialog.Popup
          aria-label={shell.palette.title}
          className="bg-raised border-line fixed top-[12vh] left-1/2 z-40 flex max-h-[min(30rem,76vh)] w-[calc(100vw-1.5rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-xl border shadow-lg"
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={groups.map(({ title, items }) => ({ value: title, items }))}
            value={text}
            onValueChange={setText}
            itemToStringValue={({ title }: PaletteItem) => title}
            autoHighlight="always"
            keepHighlight
          >
            <div className="border-line relative flex items-center border-b">
              <Search aria-hidden className="text-soft absolute start-4 size-4" />
              <Autocomplete.Input
                aria-label={shell.palette.title}
                placeholder={shell.palette.placeholder}
                maxLength={320}
                className="placeholder:text-soft h-12 w-full bg-transparent ps-11 pe-4 text-sm outline-none max-sm:text-base"
              />
            </div>
            <Dialog.Close className="sr-only">{shared.close}</Dialog.Close>
            <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto p-2 pt-0">
              {(group: { value: string; items: PaletteItem[] }) => (
                <Group
                  key={group.value}
                  group={{ title: group.value, items: group.items }}
                  onChoose={choose}
                />
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const Group = ({ group, onChoose }: { group: PaletteGroup; onChoose: (item: PaletteItem) => void }) => (
  <Autocomplete.Group items={group.items}>
    <Autocomplete.GroupLabel className="text-soft px-2.5 pt-3 pb-1 text-xs font-medium">
      {group.title}
    </Autocomplete.GroupLabel>
    <Autocomplete.Collection>
      {(item: PaletteItem) => (
        <Autocomplete.Item
          key={item.id}
          value={item}
          onClick={() => onChoose(item)}
          className="data-highlighted:bg-brand-tint flex h-9 items-center gap-3 rounded-md px-2.5"
        >
          <span className="min-w-0 flex-1 truncate">{item.title}</span>
          {item.keys === undefined ? null : <Keys keys={item.keys} />}
        </Autocomplete.Item>
      )}
    </Autocomplete.Collection>
  </Autocomplete.Group>
);
