import { api, type Schemas } from "../api.ts";
import { problemOf } from "../format/problem.ts";
import { queryClient } from "../query-client.ts";
import { tellDone, tellFailed } from "../ui/toasts.tsx";

type Body = NonNullable<Parameters<ReturnType<typeof useChange>["mutate"]>[0]["body"]>;
const useChange = () => api.useMutation("patch", "/api/clients/{client_id}");

/** Changes the client that is open, on the version that is shown: who changed it meanwhile is not overwritten. */
export function useChangeClient(client: Schemas["Client"]) {
  const { mutate, error, isPending } = useChange();
  const change = (body: Body, said: string) =>
    mutate(
      {
        params: {
          path: { client_id: client.id },
          header: { "if-match": `"${client.updated_at}"` },
        },
        body,
      },
      {
        onSuccess: () => tellDone(said),
        // The form begins anew with what a colleague made of it, and what it says goes with it.
        onError: (refused) => problemOf(refused).status === 412 && tellFailed(refused),
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  return { change, error, isPending };
}
