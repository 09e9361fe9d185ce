import { useEffect } from "react";
import { mapping as texts } from "../texts/mapping.ts";

/** That a colleague saved another filter or mapping since one began: shown at once where nothing is typed yet, else told. */
export function NewerShape({
  isNewer,
  isChanged,
  onRenew,
}: {
  isNewer: boolean;
  isChanged: boolean;
  onRenew: () => void;
}) {
  const isToRenew = isNewer && !isChanged;
  useEffect(() => {
    if (isToRenew) onRenew();
  }, [isToRenew, onRenew]);
  return isNewer && isChanged ? (
    <p role="status" className="text-warn max-w-prose">
      {texts.newer}
    </p>
  ) : null;
}
