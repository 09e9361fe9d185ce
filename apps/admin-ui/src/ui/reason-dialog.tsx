import { Dialog } from "@base-ui/react/dialog";
import { useState, type FormEvent, type ReactNode } from "react";
import { Button, buttonClass } from "./button.tsx";
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
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger className={buttonClass("bad")}>{label}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-black/40" />
        <Dialog.Popup className="bg-raised border-line fixed top-1/4 left-1/2 z-40 grid w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 gap-4 rounded-xl border p-5 shadow-lg">
          <Dialog.Title className="text-[15px] font-semibold">{title}</Dialog.Title>
          <Dialog.Description className="text-soft" render={<div />}>
            {children}
          </Dialog.Description>
          <form onSubmit={submit} className="grid gap-4">
            <label className="grid gap-1">
              <span className="font-medium">Why?</span>
              <textarea
                required
                maxLength={500}
                rows={3}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                className="bg-surface border-line rounded-md border px-3 py-2"
              />
              <span className="text-soft text-xs">
                It is kept: without anybody’s contact details, please.
              </span>
            </label>
            <Refused error={error} />
            <div className="flex justify-end gap-2">
              <Dialog.Close className={buttonClass("quiet")}>Leave it</Dialog.Close>
              <Button type="submit" kind="bad" disabled={isPending}>
                {label}
              </Button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
