import { X } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { shared } from "../texts/shared.ts";
import { Button } from "./button.tsx";

/** What is open, beside the list it was opened from; on a phone in its place. The focus goes to its title, and back where it came from. */
export function SidePanel({
  label,
  title,
  actions,
  onClose,
  children,
}: {
  label: string;
  title: ReactNode;
  actions?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      // Whoever went on to something else in the meantime stays there.
      if (document.activeElement !== document.body) return;
      if (from instanceof HTMLElement && from !== document.body && from.isConnected) from.focus();
      else document.getElementById("content")?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside
      aria-label={label}
      data-panel
      className="border-line bg-surface sticky top-0 h-[100dvh] w-full shrink-0 overflow-y-auto max-md:h-[calc(100dvh-3.25rem)] lg:w-[28rem] lg:border-s"
      onKeyDown={(event) => {
        // What a dialog over it is told bubbles up to here too.
        if (event.key !== "Escape" || event.defaultPrevented || !isWithin(event)) return;
        event.stopPropagation();
        // Out of a field first: what was typed there is not thrown away by the same press.
        if (isField(event.target)) heading.current?.focus();
        else onClose();
      }}
    >
      <div className="border-line bg-surface sticky top-0 z-10 flex min-h-13 items-center gap-2 border-b px-4 py-2">
        <h2
          ref={heading}
          tabIndex={-1}
          className="min-w-0 flex-1 truncate text-[15px] font-semibold outline-none"
        >
          {title}
        </h2>
        {actions}
        <Button kind="quiet" className="px-2!" data-close aria-label={shared.close} onClick={onClose}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      {children}
    </aside>
  );
}

const isWithin = ({ currentTarget, target }: KeyboardEvent) =>
  target instanceof Node && currentTarget.contains(target);

const isField = (target: EventTarget) =>
  target instanceof Element && target.matches("input, textarea, select");
