import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { useMay } from "../shell/use-may.ts";
import { destinations as texts } from "../texts/destinations.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { tellDone } from "../ui/toasts.tsx";
import type { PartProps } from "./parts.ts";

/** Deletes a destination; that cannot be undone, so it says first what becomes of what waits. */
export function DeleteButton({ destination: { id, name, client_id } }: Pick<PartProps, "destination">) {
  const may = useMay("config:write", client_id);
  const [isOpen, setIsOpen] = useState(false);
  const navigate = useNavigate();
  const remove = api.useMutation("delete", "/api/destinations/{destination_id}");
  const go = () =>
    remove.mutate(
      { params: { path: { destination_id: id } } },
      {
        onSuccess: ({ waiting_deliveries }) => {
          tellDone(texts.removed(name), { detail: waiting_deliveries.what_happens });
          void navigate({ to: "/destinations" });
        },
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  return (
    <>
      <Button kind="bad" why={may ? undefined : texts.mayNotChange} onClick={() => setIsOpen(true)}>
        {texts.remove}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={texts.removeTitle(name)}
        description={<p>{texts.removeHelp}</p>}
      >
        <Refused error={remove.error} />
        <DialogActions>
          <Button kind="bad" disabled={remove.isPending} onClick={go}>
            {texts.remove}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
