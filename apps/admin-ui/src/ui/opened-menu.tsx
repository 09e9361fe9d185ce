import { Popover as Base } from "@base-ui/react/popover";
import { Check } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import type { MenuProps } from "./menu-props.ts";
import { portalHome } from "./portal-home.ts";

const typedTogetherMs = 700;

/** What `Menu` is, once it is there. The kit's own menu has focus guards outside of it that nobody who hears the page should meet. */
export function OpenedMenu({ label, trigger, className, title, items }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const typed = useRef({ text: "", at: 0 });
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)")];
    const at = all.findIndex((one) => one === document.activeElement);
    const to = ((): HTMLElement | undefined => {
      switch (event.key) {
        case "ArrowDown":
          return all[(at + 1) % all.length];
        case "ArrowUp":
          return all.at(at - 1);
        case "Home":
          return all[0];
        case "End":
          return all.at(-1);
        default:
          return event.key.length === 1 && event.key !== " " ? begins(event.key) : undefined;
      }
    })();
    function begins(key: string): HTMLElement | undefined {
      const isSame = event.timeStamp - typed.current.at < typedTogetherMs;
      typed.current = { text: (isSame ? typed.current.text : "") + key.toLowerCase(), at: event.timeStamp };
      return all.find((one) => one.textContent?.trim().toLowerCase().startsWith(typed.current.text));
    }
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    to.focus();
  };
  return (
    <Base.Root open={isOpen} onOpenChange={setIsOpen}>
      <Base.Trigger className={className} aria-label={label} aria-haspopup="menu" title={title}>
        {trigger}
      </Base.Trigger>
      <Base.Portal container={portalHome()}>
        <Base.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-40">
          <Base.Popup
            aria-label={label}
            className="bg-raised border-line max-h-80 min-w-40 overflow-y-auto rounded-lg border py-1 shadow-lg outline-none"
          >
            <div role="menu" aria-label={label} onKeyDown={move} className="grid">
              {items.map(({ key, title: name, isChosen, isDisabled = false, onChoose }) => (
                <button
                  key={key}
                  type="button"
                  role="menuitem"
                  disabled={isDisabled}
                  onClick={() => {
                    setIsOpen(false);
                    onChoose();
                  }}
                  className="focus:bg-calm-tint hover:bg-calm-tint flex h-8 items-center gap-2 px-3 text-start outline-none disabled:opacity-60"
                >
                  {isChosen === undefined ? null : (
                    <Check aria-hidden className={`size-3.5 ${isChosen ? "" : "invisible"}`} />
                  )}
                  {name}
                </button>
              ))}
            </div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
