import type { EventRow } from "@leadrelay/core/decide/commit-plan";
import { longTextId } from "./long-text-id.ts";
import { placeTexts } from "./place-texts.ts";

/** An event's row as it is stored; `submissionId` is the integer one of its submission. */
export const placeEvent = (row: EventRow, submissionId: number) =>
  placeTexts(row, { payload_json: longTextId(submissionId, row.type) });
