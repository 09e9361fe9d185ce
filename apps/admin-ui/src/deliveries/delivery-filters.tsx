import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { api } from "../api.ts";
import { codeWords } from "../format/codes.ts";
import { deliveryStates } from "../format/states.ts";
import { statusWords } from "../format/state-words.ts";
import { useClient } from "../shell/use-client.ts";
import { deliveries } from "../texts/deliveries.ts";
import { Choice } from "../ui/choice.tsx";

const route = getRouteApi("/frame/deliveries");

/** What of the deliveries is shown; all of it stands in the address. */
export function DeliveryFilters() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const client = useClient();
  const { data } = api.useQuery(
    "get",
    "/api/destinations",
    { params: { query: { limit: 100, ...(client === undefined ? {} : { client_id: client }) } } },
    { staleTime: 300_000 },
  );
  const change = (changed: Partial<typeof search>) =>
    void navigate({ to: "/deliveries", search: { ...search, open: undefined, ...changed }, replace: true });
  const { code } = search;
  const isOther = code !== undefined && codeWords.every(([word]) => word !== code);
  return (
    <>
      <Choice
        label={deliveries.state}
        value={search.status}
        words={statusWords.map((word) => [word, deliveryStates[word].label])}
        onChange={(status) => change({ status })}
      />
      <Choice
        label={deliveries.to}
        value={search.destination}
        words={data?.items.map(({ id, name }) => [id, name]) ?? []}
        onChange={(destination) => change({ destination })}
      />
      <Choice
        label={deliveries.code}
        value={code}
        words={isOther ? [...codeWords, [code, code]] : codeWords}
        onChange={(chosen) => change({ code: chosen })}
      />
    </>
  );
}
