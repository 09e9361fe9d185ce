import { api } from "../api.ts";
import { addressesTexts } from "../texts/addresses.ts";
import { useSettled } from "../ui/use-settled.ts";
import { useMay } from "./use-may.ts";

/** Whom blocking a network would have kept out; nothing for who may not know, and while what is typed is no network. */
export function BlockReach({ clientId, cidr }: { clientId: string; cidr: string }) {
  const may = useMay("contacts:read", clientId);
  const asked = useSettled(cidr.trim());
  const { data } = api.useQuery(
    "get",
    "/api/clients/{client_id}/blocked-ip-preview",
    { params: { path: { client_id: clientId }, query: { cidr: asked } } },
    { enabled: may && /[.:]/.test(asked), retry: false, staleTime: 60_000 },
  );
  return (
    <p role="status" className={data === undefined || data.leads === 0 ? "text-soft" : "text-warn"}>
      {data === undefined ? "" : addressesTexts.reach(data)}
    </p>
  );
}
