import { useState, type FormEvent } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { BlockReach } from "../shell/block-reach.tsx";
import { leadWords } from "../texts/lead.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Loading, Refused } from "../ui/notices.tsx";
import { TextField } from "../ui/text-field.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";

const words = leadWords.block;

/** Blocks an address that a lead posted from, after saying what that does; undone from the notice that tells of it. */
export function BlockDialog({ lead, onClose }: { lead: Schemas["LeadDetails"]; onClose: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const events = api.useQuery("get", "/api/leads/{lead_id}/events", {
    params: { path: { lead_id: lead.id }, query: { limit: 100 } },
  });
  const block = api.useMutation("post", "/api/clients/{client_id}/blocked-ips");
  const unblock = api.useMutation("delete", "/api/clients/{client_id}/blocked-ips/{cidr}");
  const addresses = [...new Set(events.data?.items.flatMap(({ payload }) => addressIn(payload)))];
  const address = chosen ?? addresses[0];
  const client_id = lead.client_id;
  // The dialog is gone by the time somebody takes it back.
  const takeBack = async ({ cidr, replaced }: Schemas["PutBlockedIp"]) => {
    try {
      if (replaced === null) await unblock.mutateAsync({ params: { path: { client_id, cidr } } });
      else {
        const { reason, expires_at } = replaced;
        await block.mutateAsync({ params: { path: { client_id } }, body: { cidr, reason, expires_at } });
      }
      void queryClient.invalidateQueries();
      tellDone(replaced === null ? words.undone(cidr) : words.asBefore(cidr));
    } catch (error) {
      tellFailed(error);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address === undefined) return;
    const body = { cidr: address, reason: reason.trim() === "" ? null : reason.trim() };
    block.mutate(
      { params: { path: { client_id } }, body },
      {
        onSuccess: (put) => {
          void queryClient.invalidateQueries();
          tellDone(put.replaced === null ? words.done(put.cidr) : words.again(put.cidr), {
            undo: () => void takeBack(put),
          });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog isOpen onClose={onClose} title={words.title} description={words.what}>
      <form onSubmit={submit} className="grid gap-4">
        {events.isPending ? <Loading rows={2} /> : null}
        <fieldset className="grid gap-1">
          <legend className="pb-1 font-medium">{words.which}</legend>
          {addresses.map((one) => (
            <label key={one} className="flex min-h-7 items-center gap-2">
              <input
                type="radio"
                name="address"
                className="accent-brand size-4 shrink-0"
                checked={one === address}
                onChange={() => setChosen(one)}
              />
              {one}
            </label>
          ))}
          {!events.isPending && addresses.length === 0 ? <p className="text-soft">{words.none}</p> : null}
        </fieldset>
        {address === undefined ? null : <BlockReach clientId={client_id} cidr={address} />}
        <p className="text-soft">{words.sharedHint}</p>
        <TextField
          label={words.reason}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Refused error={events.error ?? block.error} />
        <DialogActions>
          <Button type="submit" kind="bad" disabled={address === undefined || block.isPending}>
            {words.go}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Where an event's submission was posted from, as destinations are told. */
function addressIn(payload: unknown): string[] {
  if (typeof payload !== "object" || payload === null || !("user_ip" in payload)) return [];
  return typeof payload.user_ip === "string" && payload.user_ip !== "" ? [payload.user_ip] : [];
}
