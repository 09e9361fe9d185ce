import type { Schemas } from "../../api.ts";
import { ruleNames } from "../../format/rules.ts";
import { replays } from "../../texts/replays.ts";

/** What a plan would send, to whom, and what it leaves out with why. */
export const ReplayPlan = ({ plan: { summary } }: { plan: Pick<Schemas["Replay"], "summary"> }) => (
  <ul className="grid gap-1">
    {summary.release?.rules.map(({ rule, count }) => (
      <li key={rule}>
        <span className="font-medium tabular-nums">{count}</span> {ruleNames[rule]}
      </li>
    ))}
    {summary.destinations.map(({ id, name, count }) => (
      <li key={id}>
        <span className="font-medium tabular-nums">{count}</span>
        {replays.to(name)}
      </li>
    ))}
    {summary.messages > 0 ? <li>{replays.backToTheBeginning(summary.messages)}</li> : null}
    {summary.skipped.map(({ reason, count, meaning }) => (
      <li key={reason} className="text-soft">
        {replays.leftOut(count, meaning)}
      </li>
    ))}
    {summary.release?.leaves_more === true ? <li className="text-warn">{replays.leavesMore}</li> : null}
  </ul>
);
