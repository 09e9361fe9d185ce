import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { useMay } from "../shell/use-may.ts";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { tellDone } from "../ui/toasts.tsx";

/** Deletes a route, after saying who hears of every lead then. */
export function DeleteRoute({ route: { id, client_id, name, members } }: { route: Schemas["Route"] }) {
  const may = useMay("config:write", client_id);
  const [isOpen, setIsOpen] = useState(false);
  const navigate = useNavigate();
  const remove = api.useMutation("delete", "/api/routes/{route_id}");
  const go = () =>
    remove.mutate(
      { params: { path: { route_id: id } } },
      {
        onSuccess: ({ what_happens }) => {
          tellDone(texts.removed(name), { detail: what_happens });
          void navigate({ to: "/routes" });
        },
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  return (
    <>
      <Button kind="bad" why={may ? undefined : texts.mayNot} onClick={() => setIsOpen(true)}>
        {texts.removeRoute}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={texts.removeTitle(name)}
        description={<p>{texts.removeHelp(members.map((member) => member.name).join(", "))}</p>}
      >
        <Refused error={remove.error} />
        <DialogActions>
          <Button kind="bad" disabled={remove.isPending} onClick={go}>
            {texts.removeRoute}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
