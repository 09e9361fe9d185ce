import { useState, type FormEvent } from "react";
import type { Schemas } from "../api.ts";
import { faultOf } from "../format/fault-of.ts";
import { clientsTexts } from "../texts/clients.ts";
import { shared } from "../texts/shared.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TimeZoneField } from "../ui/time-zone-field.tsx";
import { useChangeClient } from "./use-change-client.ts";

/** What a client is called, and whose clocks it goes by. */
export function GeneralForm({ client }: { client: Schemas["Client"] }) {
  const [name, setName] = useState(client.name);
  const [zone, setZone] = useState(client.time_zone ?? "");
  const { change, error, isPending } = useChangeClient(client);
  const time_zone = zone.trim() === "" ? null : zone.trim();
  const isChanged = name.trim() !== client.name || time_zone !== client.time_zone;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged) change({ name: name.trim(), time_zone }, clientsTexts.saved);
  };
  const zoneFault = faultOf(error, "time_zone");
  return (
    <form onSubmit={submit} className="grid w-full gap-3">
      <TextField
        label={clientsTexts.name}
        required
        maxLength={200}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <TimeZoneField
        label={clientsTexts.zone.label}
        help={clientsTexts.zone.help}
        value={zone}
        fault={zoneFault}
        onChange={setZone}
      />
      {zoneFault === undefined ? <Refused error={error} /> : null}
      <div>
        <Button
          type="submit"
          kind="main"
          disabled={isPending}
          why={isChanged ? undefined : clientsTexts.noChange}
        >
          {isPending ? shared.saving : shared.save}
        </Button>
      </div>
    </form>
  );
}
