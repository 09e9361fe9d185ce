import type { Schemas } from "../api.ts";
import { useMay } from "../shell/use-may.ts";
import { destinations as texts } from "../texts/destinations.ts";
import { Button } from "../ui/button.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import { useDestinationChange } from "./use-destination-change.ts";

/** Pauses a destination, or has it take leads again; each undoes the other. */
export function PauseButton({ destination }: { destination: Schemas["Destination"] }) {
  const may = useMay("config:write", destination.client_id);
  const change = useDestinationChange();
  const { name, enabled } = destination;
  const turn = (on: boolean, isUndo = false) =>
    change.send(
      destination,
      { enabled: on },
      {
        version: null,
        onDone: () =>
          tellDone(on ? texts.resumed(name) : texts.paused(name), {
            detail: on ? texts.resumedDetail : texts.pausedDetail,
            ...(isUndo ? {} : { undo: () => turn(!on, true) }),
          }),
        onFailed: tellFailed,
      },
    );
  return (
    <Button
      onClick={() => turn(!enabled)}
      disabled={change.isPending}
      why={may ? undefined : texts.mayNotChange}
      aria-label={enabled ? texts.pauseOf(name) : texts.resumeOf(name)}
    >
      {enabled ? texts.pause : texts.resume}
    </Button>
  );
}
