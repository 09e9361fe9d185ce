import { webhook } from "@leadrelay/adapters/webhook/webhook";
import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import { isEventType, toldTypes, type EventType, type ToldType } from "@leadrelay/contracts/event-type";
import { noticeExamples } from "@leadrelay/contracts/notice-examples";

const leadEvent = (type: EventType): unknown =>
  webhook.sentBody(webhook.parseSettings({ url: "https://crm.example/leads", signature: "none" }), {
    delivery_public_id: "6bbde7b5-7fdb-83e9-ab31-475779792369",
    event: {
      id: "0d1f8a8e-9c3b-8a77-b1de-7b0a4a3c2d11",
      type,
      payload: { ...samplePayload, is_duplicate: type === "lead.created" ? "no" : "yes" },
      attribution: { first: null, latest: null },
      created_at: 1_796_000_000_000,
    },
  });

/** Every event by its type, as docs/events.md shows it: one of a submission as a webhook gets it, a notice as it is. */
export const eventExamples: ReadonlyMap<ToldType, unknown> = new Map(
  toldTypes.map((type) => [type, isEventType(type) ? leadEvent(type) : noticeExamples[type]]),
);
