import type { SubmissionRow } from "@leadrelay/core/decide/commit-plan";
import { longTextId } from "./long-text-id.ts";
import { placeTexts } from "./place-texts.ts";

/** A submission's row as it is stored. What was posted goes first where there is no room: lists do not read it. */
export const placeSubmission = (row: SubmissionRow) =>
  placeTexts(row, {
    payload_json: longTextId(row.id, "payload"),
    unsent_payload: longTextId(row.id, "unsent"),
    decision_json: longTextId(row.id, "decision"),
  });
