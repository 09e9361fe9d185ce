import { ChevronsUpDown } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { api, type Schemas } from "../api.ts";
import { shell } from "../texts/shell.ts";
import { applyHue } from "./apply-hue.ts";
import { brandOf } from "./brand-of.ts";
import { useClient } from "./use-client.ts";
import { useClients } from "./use-clients.ts";
import { useSwitchClient } from "./use-switch-client.ts";

const ClientPicker = lazy(async () => ({ default: (await import("./client-picker.tsx")).ClientPicker }));
/** So many stand in a plain list; among more one is found by typing. */
const mostInList = 12;

/** Whose leads are looked at, all of an agency's or one client's, in the look of whose they are. */
export function ClientSwitcher({ you }: { you: Schemas["You"] }) {
  const chosen = useClient();
  const choose = useSwitchClient();
  const [isPicking, setIsPicking] = useState(false);
  // Kept fresh: a look that was changed is worn at once.
  const { data: fresh = you } = api.useQuery("get", "/api/me", undefined, { staleTime: 60_000 });
  const { clients: all, nameOf } = useClients();
  const clients = all.filter(({ deleted_at }) => deleted_at === null);
  const brand = brandOf(fresh, chosen);
  const hue = brand?.hue ?? null;
  useEffect(() => {
    applyHue(hue);
    return () => applyHue(null);
  }, [hue]);
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-2.5 px-1 pt-1">
        {brand?.logo_url == null ? (
          <span
            aria-hidden
            className="bg-brand text-brand-ink grid size-7 place-items-center rounded-md text-[11px] font-semibold"
          >
            {initials(brand?.name ?? shell.product)}
          </span>
        ) : (
          <img src={brand.logo_url} alt="" className="max-h-7 max-w-16" />
        )}
        <span className="truncate text-sm font-semibold">{brand?.name ?? shell.product}</span>
      </div>
      {clients.length < 2 ? null : clients.length > mostInList ? (
        <button
          type="button"
          aria-haspopup="dialog"
          aria-label={shell.chooseClient(nameOf(chosen ?? null) ?? shell.allClients)}
          className="bg-raised border-line flex h-8 w-full items-center rounded-md border px-2"
          onClick={() => setIsPicking(true)}
        >
          <span className="min-w-0 flex-1 truncate text-start">
            {nameOf(chosen ?? null) ?? shell.allClients}
          </span>
          <ChevronsUpDown aria-hidden className="text-soft size-3.5" />
        </button>
      ) : (
        <select
          aria-label={shell.client}
          className="bg-raised border-line h-8 w-full rounded-md border px-2"
          value={chosen ?? ""}
          onChange={({ target: { value } }) => choose(value || undefined)}
        >
          <option value="">{shell.allClients}</option>
          {clients.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {isPicking ? (
        <Suspense>
          <ClientPicker
            clients={clients}
            agencies={fresh.agencies}
            onChosen={(id) => {
              setIsPicking(false);
              choose(id);
            }}
            onClose={() => setIsPicking(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join("");
