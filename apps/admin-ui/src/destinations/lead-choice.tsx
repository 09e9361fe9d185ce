import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { api } from "../api.ts";
import { personName } from "../format/person.ts";
import { shortTime } from "../format/time.ts";
import { useMay } from "../shell/use-may.ts";
import { mapping as texts } from "../texts/mapping.ts";

const route = getRouteApi("/frame/destinations/$destinationId");

/** By which lead it is tried: the sample, or one of the last. The one that is chosen stands in the address, by its id. */
export function LeadChoice({ clientId }: { clientId: string }) {
  const { lead } = route.useSearch();
  const navigate = useNavigate();
  const may = useMay("contacts:read", clientId);
  const { data } = api.useQuery(
    "get",
    "/api/leads",
    { params: { query: { client_id: clientId, limit: 20 } } },
    { enabled: may },
  );
  if (!may) return null;
  return (
    <label className="flex items-center gap-2">
      <span className="text-soft">{texts.previewOf}</span>
      <select
        className="bg-raised border-line h-8 max-w-64 rounded-md border px-2"
        value={lead ?? ""}
        onChange={({ target }) =>
          void navigate({
            to: ".",
            search: (search) => ({ ...search, lead: target.value || undefined }),
            replace: true,
          })
        }
      >
        <option value="">{texts.sample}</option>
        {data?.items.map((one) => (
          <option key={one.id} value={one.id}>
            {`${personName(one)}, ${shortTime(one.last_submitted_at)}`}
          </option>
        ))}
      </select>
    </label>
  );
}
