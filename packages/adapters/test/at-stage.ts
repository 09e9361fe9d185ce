import type { Attribution } from "@leadrelay/contracts/attribution";
import { noticeExamples } from "@leadrelay/contracts/notice-examples";
import type { OutgoingDelivery } from "../src/adapter.ts";
import { outgoing } from "./outgoing.ts";
import { sampleAttribution } from "./sample-attribution.ts";

const dayMs = 86_400_000;
const cameAt = 1_700_000_000_000;

/** The sample lead's coming to a stage, days after it came with these ids, and told another number of days after that. */
export function atStage(
  stage: string,
  ids: Partial<Attribution>,
  { days = 1, laterDays = 0, value }: { days?: number; laterDays?: number; value?: number } = {},
): OutgoingDelivery {
  const delivery = outgoing();
  const happened_at = cameAt + days * dayMs;
  const moved = noticeExamples["lead.status_changed"];
  const told = noticeExamples["lead.crm_activity"];
  const notice =
    value === undefined
      ? { ...moved, happened_at, change: { ...moved.change, to: stage } }
      : { ...told, happened_at, activity: { ...told.activity, kind: stage, stage: null, value } };
  const { latest } = sampleAttribution;
  if (latest === null) throw new Error("the sample came from somewhere");
  const came = { ...latest, ...ids };
  return {
    ...delivery,
    event: { ...delivery.event, type: notice.type, notice, attribution: { first: null, latest: null } },
    origin: { attribution: { first: came, latest: came }, first_submitted_at: cameAt },
    attempted_at: happened_at + laterDays * dayMs,
  };
}
