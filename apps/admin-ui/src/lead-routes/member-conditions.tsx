import { useState } from "react";
import { api } from "../api.ts";
import { ConditionBuilder } from "../ui/condition-builder/condition-builder.tsx";

type Conditions = Readonly<Record<string, unknown>> | null;

/** Which leads a member may get. */
export function MemberConditions({
  destinationId,
  conditions,
  onChange,
}: {
  destinationId: string;
  clientId: string | undefined;
  conditions: Conditions;
  /** undefined: what is typed is no condition yet. */
  onChange: (conditions: Conditions | undefined) => void;
}) {
  // As it begins: what is typed stays the form's own.
  const [begin] = useState(conditions);
  const { data } = api.useQuery(
    "get",
    "/api/destinations/{destination_id}/lead-fields",
    { params: { path: { destination_id: destinationId } } },
    { staleTime: 60_000 },
  );
  return (
    <ConditionBuilder filter={begin} fields={data?.items.map(({ name }) => name) ?? []} onChange={onChange} />
  );
}
