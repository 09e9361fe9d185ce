import type { SubmissionRow } from "@leadrelay/core/decide/commit-plan";
import { longTextId } from "./long-text-id.ts";
import { placeTexts } from "./place-texts.ts";

/** A submission's row as it is stored. Where there is no room, what lists do not read goes first. */
export const placeSubmission = (row: SubmissionRow) =>
  placeTexts(row, {
    payload_json: longTextId(row.id, "payload"),
    unsent_payload: longTextId(row.id, "unsent"),
    attribution_json: longTextId(row.id, "attribution"),
    decision_json: longTextId(row.id, "decision"),
  });
