import { lazy, Suspense } from "react";
import { api } from "../api.ts";
import { useClient } from "../shell/use-client.ts";
import { useMay } from "../shell/use-may.ts";

const FirstRun = lazy(async () => ({ default: (await import("../first-run/first-run.tsx")).FirstRun }));

/** What to do where nobody came yet: the first form, and what to paste of it. */
export function FirstForm() {
  const client = useClient();
  const mayRead = useMay("config:read");
  const { data } = api.useQuery(
    "get",
    "/api/forms",
    { params: { query: { limit: 1, ...(client === undefined ? {} : { client_id: client }) } } },
    { enabled: mayRead },
  );
  const [form] = data?.items ?? [];
  if (form === undefined) return null;
  return (
    <Suspense fallback={null}>
      <FirstRun form={form} />
    </Suspense>
  );
}
