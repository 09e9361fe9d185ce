import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { keysTexts } from "../texts/keys.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { endOfDay, KeyEndField } from "./key-end-field.tsx";
import { SecretShown } from "./secret-shown.tsx";

const overlaps = ["0", "3600", "86400", "604800"] as const;

/** Gives a key a new secret, while the old one is still taken for a time. */
export function RotateDialog({
  accessKey,
  onClose,
}: {
  accessKey: Schemas["AccessKey"];
  onClose: () => void;
}) {
  const [overlap, setOverlap] = useState<(typeof overlaps)[number]>("86400");
  const hasRunOut = accessKey.expires_at !== null && accessKey.expires_at <= Date.now();
  const [until, setUntil] = useState("");
  const rotate = api.useMutation("post", "/api/access-keys/{key_id}/rotate");
  if (rotate.data !== undefined)
    return <SecretShown title={keysTexts.rotated} made={rotate.data} onClose={onClose} />;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={keysTexts.rotateTitle}
      description={hasRunOut ? keysTexts.rotateRunOut : keysTexts.rotateWhy}
    >
      {hasRunOut ? (
        <KeyEndField value={until} onChange={setUntil} />
      ) : (
        <SelectField
          label={keysTexts.overlap}
          value={overlap}
          words={overlaps.map((seconds) => [seconds, keysTexts.overlaps[seconds]])}
          onChange={setOverlap}
        />
      )}
      <Refused error={rotate.error} />
      <DialogActions>
        <Button
          kind="main"
          disabled={rotate.isPending}
          onClick={() =>
            rotate.mutate(
              {
                params: { path: { key_id: accessKey.id } },
                body: {
                  overlap_seconds: hasRunOut ? 0 : Number(overlap),
                  ...(hasRunOut ? { expires_at: endOfDay(until) } : {}),
                },
              },
              { onSettled: () => void queryClient.invalidateQueries() },
            )
          }
        >
          {keysTexts.rotate.replace(" …", "")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
