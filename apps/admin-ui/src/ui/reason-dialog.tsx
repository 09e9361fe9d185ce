import { useState, type FormEvent, type ReactNode } from "react";
import { shared } from "../texts/shared.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActions } from "./dialog.tsx";
import { Refused } from "./notices.tsx";

/** A button that asks why before it does what cannot be undone; the reason is kept for colleagues. */
export function ReasonDialog({
  label,
  title,
  children,
  error,
  isPending,
  onGiven,
}: {
  label: string;
  title: string;
  children: ReactNode;
  error: unknown;
  isPending: boolean;
  /** @param done closes it */
  onGiven: (reason: string, done: () => void) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGiven(reason.trim(), () => setIsOpen(false));
  };
  return (
    <>
      <Button kind="bad" onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={title} description={children}>
        <form onSubmit={submit} className="grid gap-4">
          <label className="grid gap-1">
            <span className="font-medium">{shared.why}</span>
            <textarea
              required
              data-first
              maxLength={500}
              rows={3}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              className="bg-surface border-line rounded-md border px-3 py-2 max-sm:text-base"
            />
            <span className="text-soft text-xs">{shared.whyIsKept}</span>
          </label>
          <Refused error={error} />
          <DialogActions>
            <Button type="submit" kind="bad" disabled={isPending}>
              {label}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
