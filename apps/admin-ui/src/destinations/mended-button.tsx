import { useMay } from "../shell/use-may.ts";
import { destinations as texts } from "../texts/destinations.ts";
import { Button } from "../ui/button.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import type { PartProps } from "./parts.ts";
import { useDestinationChange } from "./use-destination-change.ts";

/** For whoever mended what a destination failed of: what waits need not wait until it is asked by itself. */
export function MendedButton({ destination }: Pick<PartProps, "destination">) {
  const may = useMay("config:write", destination.client_id);
  const change = useDestinationChange();
  return (
    <Button
      kind="main"
      disabled={change.isPending}
      why={may ? undefined : texts.mayNotChange}
      onClick={() =>
        change.send(
          destination,
          { enabled: true },
          {
            version: null,
            onDone: () => tellDone(texts.mendedTold(destination.name), { detail: texts.mendedDetail }),
            onFailed: tellFailed,
          },
        )
      }
    >
      {texts.mended}
    </Button>
  );
}
