import { useState, type FormEvent } from "react";
import { api, type Schemas } from "../api.ts";
import { faultOf } from "../format/fault-of.ts";
import { queryClient } from "../query-client.ts";
import { clientsTexts } from "../texts/clients.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TimeZoneField } from "../ui/time-zone-field.tsx";
import { tellDone } from "../ui/toasts.tsx";

const words = clientsTexts.adding;

/** Adds a client to one of the agencies that one owns; it begins with the time zone of whoever adds it. */
export function AddClientDialog({
  agencies,
  onClose,
  onAdded,
}: {
  agencies: Schemas["You"]["agencies"];
  onClose: () => void;
  onAdded: (id: string) => void;
}) {
  const [name, setName] = useState("");
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [agencyId, setAgencyId] = useState(agencies[0]?.id ?? "");
  const add = api.useMutation("post", "/api/clients");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const time_zone = zone.trim() === "" ? null : zone.trim();
    add.mutate(
      { body: { agency_id: agencyId, name: name.trim(), time_zone } },
      {
        onSuccess: (client) => {
          tellDone(words.added(client.name));
          onAdded(client.id);
        },
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  };
  const zoneFault = faultOf(add.error, "time_zone");
  return (
    <Dialog isOpen onClose={onClose} title={words.title}>
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label={words.name}
          required
          data-first
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        {agencies.length < 2 ? null : (
          <SelectField
            label={words.agency}
            value={agencyId}
            words={agencies.map((one) => [one.id, one.name])}
            onChange={setAgencyId}
          />
        )}
        <TimeZoneField
          label={clientsTexts.zone.label}
          help={clientsTexts.zone.help}
          value={zone}
          fault={zoneFault}
          onChange={setZone}
        />
        {zoneFault === undefined ? <Refused error={add.error} /> : null}
        <DialogActions>
          <Button type="submit" kind="main" disabled={add.isPending}>
            {words.add}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
