import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { Refused } from "../ui/notices.tsx";

/** The stage of the client's pipeline a lead stands at, to be changed at once: it can be changed back. */
export function LeadStage({ lead }: { lead: Schemas["Lead"] }) {
  const { data: client } = api.useQuery("get", "/api/clients/{client_id}", {
    params: { path: { client_id: lead.client_id } },
  });
  const change = api.useMutation("patch", "/api/leads/{lead_id}");
  const move = (status: string) =>
    change.mutate(
      { params: { path: { lead_id: lead.id } }, body: { status } },
      { onSettled: () => void queryClient.invalidateQueries() },
    );
  const shown = change.isPending ? change.variables.body.status : lead.status;
  const stages = client?.stages ?? [lead.status];
  return (
    <>
      <select
        aria-label="Stage"
        className="bg-raised border-line h-8 rounded-md border px-2 font-medium"
        value={shown}
        onChange={({ target: { value } }) => move(value)}
      >
        {stages.includes(shown) ? null : <option value={shown}>{shown}</option>}
        {stages.map((stage) => (
          <option key={stage} value={stage}>
            {stage}
          </option>
        ))}
      </select>
      <Refused error={change.error} />
    </>
  );
}
