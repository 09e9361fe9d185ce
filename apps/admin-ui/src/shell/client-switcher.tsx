import { useNavigate } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { useClient } from "./use-client.ts";
import { shell } from "../texts/shell.ts";

/** Whose leads are looked at: all of an agency, or one client's. */
export function ClientSwitcher({ you }: { you: Schemas["You"] }) {
  const chosen = useClient();
  const navigate = useNavigate();
  const agencies = api.useQuery(
    "get",
    "/api/agencies",
    { params: { query: { limit: 100 } } },
    { staleTime: 300_000 },
  );
  const clients = api.useQuery(
    "get",
    "/api/clients",
    { params: { query: { limit: 100 } } },
    { staleTime: 300_000 },
  );
  const agency = agencies.data?.items[0];
  const items = clients.data?.items ?? [];
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-2.5 px-1 pt-1">
        <span
          aria-hidden
          className="bg-brand text-brand-ink grid size-7 place-items-center rounded-md text-[11px] font-semibold"
        >
          {initials(agency?.name ?? you.name)}
        </span>
        <span className="truncate text-sm font-semibold">{agency?.name ?? shell.product}</span>
      </div>
      {items.length < 2 ? null : (
        <select
          aria-label={shell.client}
          className="bg-raised border-line h-8 w-full rounded-md border px-2"
          value={chosen ?? ""}
          onChange={({ target: { value } }) =>
            void navigate({
              to: ".",
              search: (search) => ({ ...search, client: value || undefined, open: undefined }),
            })
          }
        >
          <option value="">{shell.allClients}</option>
          {items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join("");
