import { api } from "../api.ts";
import { clientsTexts } from "../texts/clients.ts";
import { Badge } from "../ui/badge.tsx";
import { When } from "../ui/when.tsx";

/** What a CRM posted of the last thirty days that names no lead of ours. */
export function UnmatchedCallbacks({ clientId }: { clientId: string }) {
  const { data } = api.useQuery("get", "/api/unmatched-callbacks", {
    params: { query: { client_id: clientId, limit: 20 } },
  });
  if (data === undefined) return null;
  if (data.items.length === 0) return <p className="text-soft">{clientsTexts.callbacks.noneUnmatched}</p>;
  return (
    <ul className="border-line w-full divide-y rounded-md border">
      {data.items.map(({ id, kind, word, reason, named, received_at }) => (
        <li key={id} className="border-line grid gap-0.5 px-3 py-2">
          <span className="flex items-center gap-2">
            <Badge look="warn">{word ?? kind}</Badge>
            <span className="text-soft ms-auto">
              <When at={received_at} />
            </span>
          </span>
          <span>{reason}</span>
          <span className="text-soft text-xs break-all">
            {Object.entries(named)
              .map(([name, value]) => `${name}: ${value}`)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
