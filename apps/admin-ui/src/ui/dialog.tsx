import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { shared } from "../texts/shared.ts";
import { buttonClass } from "./button.tsx";

const widths = { narrow: "max-w-md", wide: "max-w-2xl" } as const;

/**
 * Something over the page that wants an answer first. Escape and a press beside it close it; the focus goes in, to what says `data-first` if
 * something does, and back. React's `autoFocus` would come before it is known where the focus was.
 */
export function Dialog({
  isOpen,
  onClose,
  title,
  description,
  width = "narrow",
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  width?: keyof typeof widths;
  children: ReactNode;
}) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={isOpen} onOpenChange={(opens) => (opens ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-black/40" />
        <Base.Popup
          ref={popup}
          initialFocus={() => popup.current?.querySelector<HTMLElement>("[data-first]") ?? true}
          className={`bg-raised border-line fixed top-[12vh] left-1/2 z-40 grid max-h-[80vh] w-[calc(100vw-2rem)] -translate-x-1/2 gap-4 overflow-y-auto rounded-xl border p-5 shadow-lg ${widths[width]}`}
        >
          <div className="flex items-start gap-3">
            <Base.Title className="flex-1 pt-1 text-[15px] font-semibold">{title}</Base.Title>
            <Base.Close aria-label={shared.close} className={`${buttonClass("quiet")} px-2!`}>
              <X aria-hidden className="size-4" />
            </Base.Close>
          </div>
          {description === undefined ? null : (
            <Base.Description className="text-soft" render={<div />}>
              {description}
            </Base.Description>
          )}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The row of buttons that a dialog ends with; leaving it as it was comes first. */
export const DialogActions = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap justify-end gap-2">
    <Base.Close className={buttonClass("quiet")}>{shared.leaveIt}</Base.Close>
    {children}
  </div>
);
