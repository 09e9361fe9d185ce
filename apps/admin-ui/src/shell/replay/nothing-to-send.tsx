import type { Schemas } from "../../api.ts";
import { replays } from "../../texts/replays.ts";

/** A plan that found nothing: what it left out, and what waits elsewhere. */
export const NothingToSend = ({ plan }: { plan: Schemas["Replay"] }) => (
  <div role="status" className="bg-calm-tint grid gap-1 rounded-md px-3 py-2">
    <p className="font-medium">{replays.titles.empty}</p>
    {plan.summary.skipped.map(({ reason, count, meaning }) => (
      <p key={reason}>{replays.leftOut(count, meaning)}</p>
    ))}
    {plan.elsewhere.map(({ count, meaning }) => (
      <p key={meaning}>{replays.waitingFor(count, meaning)}</p>
    ))}
  </div>
);
