import { useEffect } from "react";
import { api } from "../api.ts";
import { shared } from "../texts/shared.ts";
import { inputClass } from "../ui/input-class.ts";

/** Whose it is to be; asked only of those who work for several. */
export function ClientField({
  label = shared.client,
  value,
  onChange,
}: {
  label?: string;
  value: string | undefined;
  onChange: (client: string) => void;
}) {
  const clients = api.useQuery(
    "get",
    "/api/clients",
    { params: { query: { limit: 100 } } },
    { staleTime: 300_000 },
  );
  const items = clients.data?.items ?? [];
  const only = items.length === 1 ? items[0]?.id : undefined;
  useEffect(() => {
    if (value === undefined && only !== undefined) onChange(only);
  }, [value, only, onChange]);
  if (items.length < 2) return null;
  return (
    <label className="grid gap-1">
      <span className="text-[13px] font-medium">{label}</span>
      <select
        required
        className={inputClass}
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{shared.chooseClient}</option>
        {items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
