import type { EventType } from "@leadrelay/contracts/event-type";
import type { Submission } from "@leadrelay/core/identity/submission";
import type { directDestinations } from "@leadrelay/core/outage/direct-destinations";
import type { Remembered } from "@leadrelay/core/outage/sent-persons";
import type { Received } from "../received/settlement.ts";

type Known = ReturnType<typeof directDestinations>;

/** One try of one lead at one destination, without D1. */
export interface DirectSend extends Omit<Known, "destinations"> {
  submission: Submission;
  destination: Known["destinations"][number];
  /** 1 for the first. */
  number: number;
  /** What it tells, and the how-manieth submission of its person it is, as far as that is known. */
  event: EventType;
  submissionNumber: number;
}

/** A lead, and the sends it is due for while D1 is away. */
export interface PlannedSends<Each extends Received> {
  received: Each;
  sends: readonly DirectSend[];
  /** Who is to be remembered as sent with it. */
  remembered: readonly Remembered[];
}
