import { lazy, Suspense, useState } from "react";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Loading } from "../ui/notices.tsx";
import { isFinished, type RouteDraft } from "./route-draft.ts";

const DraftPreview = lazy(async () => ({ default: (await import("./route-preview.tsx")).DraftPreview }));

/** Shows what is on the screen would have done with the last leads, before it is saved. */
export function TryDraft({
  clientId,
  routeId,
  draft,
}: {
  clientId: string | undefined;
  routeId?: string;
  draft: RouteDraft;
}) {
  const [tried, setTried] = useState<RouteDraft>();
  const isReady = clientId !== undefined && draft.members.length > 0 && isFinished(draft);
  return (
    <>
      <Button why={isReady ? undefined : texts.tryNotYet} onClick={() => setTried(draft)}>
        {texts.tryIt}
      </Button>
      {tried === undefined || clientId === undefined ? null : (
        <Dialog isOpen width="wide" onClose={() => setTried(undefined)} title={texts.tryTitle}>
          <Suspense fallback={<Loading rows={4} />}>
            <DraftPreview clientId={clientId} routeId={routeId} draft={tried} />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}
