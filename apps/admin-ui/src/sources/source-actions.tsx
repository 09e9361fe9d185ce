import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { sourcesTexts } from "../texts/sources.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { Refused } from "../ui/notices.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { RotateDialog } from "./rotate-dialog.tsx";

/** Pausing a source and going on with it, a new secret, and its end. */
export function SourceActions({
  source,
  rotates,
}: {
  source: Schemas["Source"];
  rotates: Schemas["SourceKind"]["rotates"];
}) {
  const [isRotating, setIsRotating] = useState(false);
  const change = api.useMutation("patch", "/api/sources/{source_id}");
  const remove = api.useMutation("delete", "/api/sources/{source_id}");
  const { id, name, enabled, updated_at } = source;
  const anew = { onSettled: () => void queryClient.invalidateQueries() };
  const set = () =>
    change.mutate(
      {
        params: { path: { source_id: id }, header: { "if-match": `"${updated_at}"` } },
        body: { enabled: !enabled },
      },
      {
        ...anew,
        onSuccess: () => tellDone(enabled ? sourcesTexts.paused(name) : sourcesTexts.resumed(name)),
      },
    );
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button disabled={change.isPending} onClick={set}>
          {enabled ? sourcesTexts.pause : sourcesTexts.resume}
        </Button>
        <Button onClick={() => setIsRotating(true)}>{sourcesTexts.rotate[rotates]}</Button>
        <ConfirmButton
          label={sourcesTexts.remove}
          title={sourcesTexts.removeTitle(name)}
          confirm={sourcesTexts.removeIt}
          error={remove.error}
          isPending={remove.isPending}
          onConfirmed={(done) =>
            remove.mutate(
              { params: { path: { source_id: id } } },
              {
                ...anew,
                onSuccess: () => {
                  done();
                  tellDone(sourcesTexts.removed(name));
                },
              },
            )
          }
        >
          {sourcesTexts.removeWhy}
        </ConfirmButton>
      </div>
      <Refused error={change.error} />
      {isRotating ? (
        <RotateDialog source={source} rotates={rotates} onClose={() => setIsRotating(false)} />
      ) : null}
    </>
  );
}
