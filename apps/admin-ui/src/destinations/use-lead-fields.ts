import { api } from "../api.ts";

/** What a filter or a mapping may ask of a lead, the form's own fields first, with what the last leads say there. */
export function useLeadFields(destinationId: string) {
  const { data } = api.useQuery(
    "get",
    "/api/destinations/{destination_id}/lead-fields",
    { params: { path: { destination_id: destinationId } } },
    { staleTime: 60_000 },
  );
  return data?.items ?? [];
}
