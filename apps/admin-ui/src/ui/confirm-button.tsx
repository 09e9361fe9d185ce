import { useState, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog, DialogActions } from "./dialog.tsx";
import { Refused } from "./notices.tsx";

/** A button for what cannot be taken back: it says what comes of it before it does it. */
export function ConfirmButton({
  label,
  title,
  confirm,
  kind = "bad",
  children,
  error,
  isPending,
  why,
  onConfirmed,
}: {
  label: string;
  title: string;
  confirm: string;
  kind?: "bad" | "plain";
  children: ReactNode;
  error: unknown;
  isPending: boolean;
  /** Why it cannot be done, if it cannot. */
  why?: string | undefined;
  /** @param done closes it */
  onConfirmed: (done: () => void) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button kind={kind} why={why} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={title} description={children}>
        <Refused error={error} />
        <DialogActions>
          <Button
            kind={kind === "bad" ? "bad" : "main"}
            disabled={isPending}
            onClick={() => onConfirmed(() => setIsOpen(false))}
          >
            {confirm}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
