import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { lasting } from "../lasting.ts";
import { queryClient } from "../query-client.ts";
import { mapping as texts } from "../texts/mapping.ts";
import { tellDone, tellFailed } from "../ui/toasts.tsx";

type Shown = Schemas["ShownShape"];

/**
 * A destination's filter and mapping, how they are saved, and how that is taken back. `base` is what one began to edit: what a colleague saves
 * meanwhile (`newer`) takes nobody's draft away, and is not written over.
 */
export function useShape(destinationId: string) {
  const path = { destination_id: destinationId };
  const shown = api.useQuery("get", "/api/destinations/{destination_id}/shape", { params: { path } });
  const put = api.useMutation("put", "/api/destinations/{destination_id}/shape");
  const undo = api.useMutation("post", "/api/destinations/{destination_id}/shape/undo");
  const [base, setBase] = useState(shown.data);
  if (base === undefined && shown.data !== undefined) setBase(shown.data);
  type Given = NonNullable<Parameters<typeof put.mutate>[0]["body"]>;
  const refresh = () => void queryClient.invalidateQueries();
  const goBack = (version: number, from: Pick<Shown, "version">) =>
    void lasting(undo.mutateAsync({ params: { path }, body: { version, based_on: from.version } }), {
      onDone: (now) => {
        setBase(now);
        tellDone(texts.undone);
      },
      onFailed: tellFailed,
    });
  const save = (given: Given, from: Pick<Shown, "version">) =>
    put.mutate(
      { params: { path }, body: { ...given, based_on: from.version } },
      {
        onSuccess: (saved) => {
          setBase(saved);
          tellDone(texts.saved, { detail: saved.notes.join(" "), undo: () => goBack(from.version, saved) });
        },
        onSettled: refresh,
      },
    );
  const newer = base !== undefined && shown.data !== undefined && shown.data.version > base.version;
  return {
    shown,
    base,
    /** Somebody saved another since. */
    newer,
    /** Begins anew with what is in force. */
    renew: () => {
      put.reset();
      setBase(shown.data);
    },
    save,
    goBack,
    error: put.error,
    isPending: put.isPending || undo.isPending,
  };
}
