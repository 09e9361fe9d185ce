import { Ellipsis, Link2, Printer } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { Schemas } from "../api.ts";
import { usePageActions } from "../shell/page-actions.ts";
import { useMay } from "../shell/use-may.ts";
import { leadWords } from "../texts/lead.ts";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { stageField } from "./lead-stage.tsx";
import { noteField } from "./note-form.tsx";

const dialogs = {
  send: lazy(async () => ({ default: (await import("./send-dialog.tsx")).SendDialog })),
  split: lazy(async () => ({ default: (await import("./split-dialog.tsx")).SplitDialog })),
  block: lazy(async () => ({ default: (await import("./block-dialog.tsx")).BlockDialog })),
};

/** What can be done with a lead besides moving it and writing on it. */
export function LeadActions({ lead }: { lead: Schemas["LeadDetails"] }) {
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const mayChange = useMay("leads:write", lead.client_id);
  const maySend = useMay("deliveries:replay", lead.client_id);
  const mayBlock = useMay("config:write", lead.client_id);
  const words = leadWords.actions;
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(`/leads/${lead.id}`, location.origin).href);
    tellDone(words.linkCopied);
  };
  const focus = (id: string) => () => document.getElementById(id)?.focus();
  usePageActions(
    mayChange
      ? [
          { title: words.toNote, key: "n", run: focus(noteField) },
          { title: words.toStage, key: "s", run: focus(stageField) },
        ]
      : [],
  );
  const Opened = open === null ? null : dialogs[open];
  return (
    <div role="group" aria-label={words.label} className="flex flex-wrap items-center gap-2 print:hidden">
      <Button onClick={() => void copy()}>
        <Link2 aria-hidden className="size-3.5" />
        {words.copyLink}
      </Button>
      <Button onClick={() => window.print()}>
        <Printer aria-hidden className="size-3.5" />
        {words.print}
      </Button>
      {maySend || mayBlock ? (
        <Menu
          label={words.more}
          trigger={
            <>
              <Ellipsis aria-hidden className="size-4" />
              {words.more}
            </>
          }
          items={[
            ...(maySend
              ? [
                  { key: "send", title: words.send, onChoose: () => setOpen("send") },
                  {
                    key: "split",
                    title: words.split,
                    isDisabled: lead.submissions.length < 2,
                    onChoose: () => setOpen("split"),
                  },
                ]
              : []),
            ...(mayBlock ? [{ key: "block", title: words.block, onChoose: () => setOpen("block") }] : []),
          ]}
        />
      ) : null}
      {Opened === null ? null : (
        <Suspense>
          <Opened lead={lead} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  );
}
