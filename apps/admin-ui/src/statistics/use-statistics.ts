import { api } from "../api.ts";
import { useClient } from "../shell/use-client.ts";

const dayMs = 86_400_000;

/** A UTC day as the API names it. */
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** So many days, today included. */
export const lastDays = (count: number, now = Date.now()) => ({
  from: dayOf(now - (count - 1) * dayMs),
  to: dayOf(now),
});

type By = "client" | "form" | "destination" | "source" | "campaign";

/** What was counted on these days; asked anew every five minutes, because it reads more than home does. */
export function useStatistics({
  from,
  to,
  by,
  form,
}: {
  from: string;
  to: string;
  by: By;
  form: string | undefined;
}) {
  const client = useClient();
  const isOrigin = by === "source" || by === "campaign";
  const query = {
    from,
    to,
    group_by: by,
    ...(client === undefined ? {} : { client_id: client }),
    ...(form === undefined || isOrigin ? {} : { form_id: form }),
  };
  return api.useQuery(
    "get",
    "/api/statistics",
    { params: { query } },
    { staleTime: 60_000, refetchInterval: 300_000 },
  );
}
