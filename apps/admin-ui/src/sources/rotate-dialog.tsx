import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { sourcesTexts } from "../texts/sources.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { SecretsShown } from "./secrets-shown.tsx";

const overlaps = ["0", "3600", "86400", "604800"] as const;

/** Gives a source a new secret or address, while the old one is still taken for a time. */
export function RotateDialog({
  source,
  rotates,
  onClose,
}: {
  source: Pick<Schemas["Source"], "id">;
  rotates: Schemas["SourceKind"]["rotates"];
  onClose: () => void;
}) {
  const [overlap, setOverlap] = useState<(typeof overlaps)[number]>("86400");
  const rotate = api.useMutation("post", "/api/sources/{source_id}/secret");
  if (rotate.data !== undefined)
    return <SecretsShown title={sourcesTexts.rotated} made={rotate.data} onClose={onClose} />;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={sourcesTexts.rotateTitle[rotates]}
      description={sourcesTexts.rotateWhy}
    >
      <SelectField
        label={sourcesTexts.overlap}
        value={overlap}
        words={overlaps.map((seconds) => [seconds, sourcesTexts.overlaps[seconds]])}
        onChange={setOverlap}
      />
      <Refused error={rotate.error} />
      <DialogActions>
        <Button
          kind="main"
          disabled={rotate.isPending}
          onClick={() =>
            rotate.mutate(
              { params: { path: { source_id: source.id } }, body: { overlap_seconds: Number(overlap) } },
              { onSettled: () => void queryClient.invalidateQueries() },
            )
          }
        >
          {sourcesTexts.rotate[rotates].replace(" …", "")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
