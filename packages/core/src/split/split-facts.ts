import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { Environment } from "@leadrelay/contracts/environment";
import type { EventType } from "@leadrelay/contracts/event-type";
import type { LeadRow, SubmissionRow } from "../decide/commit-plan.ts";
import type { DecisionTrace } from "../decide/decision-trace.ts";
import type { DestinationFacts } from "../decide/facts.ts";
import type { FieldMapping } from "../fields/field-mapping.ts";
import type { FrozenEvent } from "../payload/read-payload.ts";

/** A submission of a lead that is split, with what was made of it. */
export interface SplitSubmission extends Omit<
  SubmissionRow,
  "lead_id" | "client_id" | "cta" | "decision_json" | "unsent_payload"
> {
  /** null where none can be read. */
  trace: DecisionTrace | null;
  /** What an event of it told, or what was kept for its release; null in rows of before either. */
  frozen: FrozenEvent | null;
  deliveries: readonly {
    event_id: string;
    type: EventType;
    destination_id: string;
    public_id: string;
    status: DeliveryStatus;
  }[];
}

/** All that splitting a lead rests on. */
export interface SplitFacts {
  lead: LeadRow;
  /** All of the lead's. */
  submissions: readonly SplitSubmission[];
  /** The client's. */
  destinations: readonly DestinationFacts[];
  environment: Environment;
  /** Form → what it calls our fields; absent: by their usual names. */
  mappings: ReadonlyMap<string, FieldMapping>;
  nowMs: number;
  /** Of the new lead. */
  ids: { id: number; public_id: string };
}
