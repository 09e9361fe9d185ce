import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect } from "react";
import { shared } from "../texts/shared.ts";
import { buttonClass } from "./button.tsx";
import type { Told } from "./told.ts";

const manager = Toast.createToastManager();
const [doneMs, undoMs] = [6_000, 12_000];

function show({ kind, title, detail, undo }: Told): void {
  const id = manager.add({
    type: kind,
    title,
    description: detail,
    priority: kind === "failed" ? "high" : "low",
    timeout: kind === "failed" ? 0 : undo === undefined ? doneMs : undoMs,
    ...(undo === undefined
      ? {}
      : {
          actionProps: {
            children: shared.undo,
            onClick: () => {
              manager.close(id);
              undo();
            },
          },
        }),
  });
}

/** Notices in a live region, the newest lowest; F6 leads to them, and they wait while somebody points at them. */
export function ToastRegion({ onReady }: { onReady: (shows: (told: Told) => void) => void }) {
  useEffect(() => onReady(show), [onReady]);
  return (
    <Toast.Provider toastManager={manager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={shared.toasts}
          className="fixed end-4 bottom-4 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col-reverse gap-2 print:hidden"
        >
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="bg-raised border-line rounded-lg border shadow-lg transition-opacity duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-2.5 py-2.5 ps-3.5 pe-2">
        {toast.type === "failed" ? (
          <CircleAlert aria-hidden className="text-bad mt-1.5 size-4 shrink-0" />
        ) : (
          <CircleCheck aria-hidden className="text-good mt-1.5 size-4 shrink-0" />
        )}
        <div className="min-w-0 flex-1 py-1.5">
          <Toast.Title className="font-medium break-words" />
          <Toast.Description className="text-soft break-words" />
        </div>
        <Toast.Action className={`${buttonClass()} shrink-0`} />
        <Toast.Close aria-label={shared.dismiss} className={`${buttonClass("quiet")} shrink-0 px-2!`}>
          <X aria-hidden className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
