import type { LeadCallbackRow } from "@leadrelay/core/callbacks/callback-plan";

/** What those who got a lead said came of it. */
export type LeadCallbacksTable = LeadCallbackRow;
