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

/** What a client is called, whose clocks it goes by, and where its phone numbers are from. */
export function GeneralForm({ client }: { client: Schemas["Client"] }) {
  const [name, setName] = useState(client.name);
  const [zone, setZone] = useState(client.time_zone ?? "");
  const [country, setCountry] = useState(client.phone_country ?? "");
  const { change, error, isPending } = useChangeClient(client);
  const time_zone = zone.trim() === "" ? null : zone.trim();
  const phone_country = country.trim() === "" ? null : country.trim().toUpperCase();
  const isChanged =
    name.trim() !== client.name || time_zone !== client.time_zone || phone_country !== client.phone_country;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged) change({ name: name.trim(), time_zone, phone_country }, clientsTexts.saved);
  };
  const zoneFault = faultOf(error, "time_zone");
  const countryFault = faultOf(error, "phone_country");
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
      <TextField
        label={clientsTexts.country.label}
        help={clientsTexts.country.help}
        fault={countryFault}
        maxLength={2}
        autoComplete="off"
        value={country}
        onChange={({ target }) => setCountry(target.value)}
      />
      {zoneFault === undefined && countryFault === undefined ? <Refused error={error} /> : null}
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
