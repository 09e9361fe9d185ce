import { useState } from "react";
import { api } from "../api.ts";
import { settingsTexts } from "../texts/settings.ts";
import { Failed, Loading } from "../ui/notices.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { AgencyForm } from "./agency-form.tsx";

/** The look of an agency that one owns; of several, the one that is chosen. */
export function AgencyLook() {
  const { data, error, refetch } = api.useQuery("get", "/api/agencies", {
    params: { query: { limit: 100 } },
  });
  const [chosen, setChosen] = useState<string | null>(null);
  if (data === undefined)
    return error === null ? <Loading rows={3} /> : <Failed error={error} retry={() => void refetch()} />;
  const agency = data.items.find(({ id }) => id === chosen) ?? data.items.at(-1);
  if (agency === undefined) return null;
  return (
    <div className="grid gap-4">
      {data.items.length < 2 ? null : (
        <SelectField
          label={settingsTexts.agency.which}
          value={agency.id}
          words={data.items.map(({ id, name }) => [id, name])}
          onChange={setChosen}
        />
      )}
      <AgencyForm key={`${agency.id} ${agency.updated_at}`} agency={agency} />
    </div>
  );
}
