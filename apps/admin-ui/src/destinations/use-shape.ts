import { api, type Schemas } from "../api.ts";
import { lasting } from "../lasting.ts";
import { queryClient } from "../query-client.ts";
import { mapping as texts } from "../texts/mapping.ts";
import { tellDone, tellFailed } from "../ui/toasts.tsx";

/** A destination's filter and mapping, how they are saved, and how that is taken back. */
export function useShape(destinationId: string) {
  const path = { destination_id: destinationId };
  const shown = api.useQuery("get", "/api/destinations/{destination_id}/shape", { params: { path } });
  const put = api.useMutation("put", "/api/destinations/{destination_id}/shape");
  const undo = api.useMutation("post", "/api/destinations/{destination_id}/shape/undo");
  type Given = NonNullable<Parameters<typeof put.mutate>[0]["body"]>;
  const refresh = () => void queryClient.invalidateQueries();
  const goBack = (version?: number, onDone?: () => void) =>
    void lasting(undo.mutateAsync({ params: { path }, body: version === undefined ? {} : { version } }), {
      onDone: () => {
        tellDone(texts.undone);
        onDone?.();
      },
      onFailed: tellFailed,
    });
  const save = (given: Given, onSaved: (shown: Schemas["ShownShape"]) => void) =>
    put.mutate(
      { params: { path }, body: given },
      {
        onSuccess: (saved) => {
          const { version } = shown.data ?? { version: 0 };
          tellDone(texts.saved, { detail: saved.notes.join(" "), undo: () => goBack(version) });
          onSaved(saved);
        },
        onSettled: refresh,
      },
    );
  return { shown, save, goBack, error: put.error, isPending: put.isPending || undo.isPending };
}
