import { useState, type FormEvent } from "react";
import { api } from "../api.ts";
import { faultOf } from "../format/fault-of.ts";
import { queryClient } from "../query-client.ts";
import { BlockReach } from "../shell/block-reach.tsx";
import { addressesTexts } from "../texts/addresses.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { tellDone } from "../ui/toasts.tsx";

const words = addressesTexts.adding;
const usages = ["testing", "internal"] as const;

/** Puts a network on one of a client's lists. */
export function AddAddressDialog({
  clientId,
  list,
  onClose,
}: {
  clientId: string;
  list: "blocked" | "allowed";
  onClose: () => void;
}) {
  const [cidr, setCidr] = useState("");
  const [why, setWhy] = useState("");
  const [until, setUntil] = useState("");
  const [usage, setUsage] = useState<(typeof usages)[number]>("testing");
  const block = api.useMutation("post", "/api/clients/{client_id}/blocked-ips");
  const allow = api.useMutation("post", "/api/clients/{client_id}/allowed-ips");
  const { error, isPending } = list === "blocked" ? block : allow;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const params = { path: { client_id: clientId } };
    const network = {
      cidr: cidr.trim(),
      expires_at: until === "" ? null : new Date(`${until}T23:59:59`).getTime(),
    };
    const said = why.trim() === "" ? null : why.trim();
    const onSettled = () => void queryClient.invalidateQueries();
    const onSuccess = (added: { cidr: string }) => {
      tellDone(list === "blocked" ? words.blocked(added.cidr) : words.allowed(added.cidr));
      onClose();
    };
    if (list === "blocked")
      block.mutate({ params, body: { ...network, reason: said } }, { onSuccess, onSettled });
    else allow.mutate({ params, body: { ...network, usage, note: said } }, { onSuccess, onSettled });
  };
  const fault = faultOf(error, "cidr");
  return (
    <Dialog isOpen onClose={onClose} title={list === "blocked" ? words.blockTitle : words.allowTitle}>
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label={words.network}
          help={words.networkHelp}
          fault={fault}
          required
          data-first
          maxLength={64}
          value={cidr}
          onChange={({ target }) => setCidr(target.value)}
        />
        {list === "blocked" ? (
          <BlockReach clientId={clientId} cidr={cidr} />
        ) : (
          <SelectField
            label={words.usage}
            value={usage}
            words={usages.map((one) => [one, words.usageWords[one]])}
            onChange={setUsage}
          />
        )}
        <TextField
          label={list === "blocked" ? words.why : words.note}
          maxLength={200}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
        <TextField
          label={words.until}
          help={words.untilHelp}
          type="date"
          min={new Date().toISOString().slice(0, 10)}
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
        {fault === undefined ? <Refused error={error} /> : null}
        <DialogActions>
          <Button type="submit" kind={list === "blocked" ? "bad" : "main"} disabled={isPending}>
            {list === "blocked" ? words.block : words.allow}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
