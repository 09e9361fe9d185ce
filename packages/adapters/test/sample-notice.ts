import type { NoticeType } from "@leadrelay/contracts/event-type";
import type { Notice } from "@leadrelay/contracts/notice";
import { noticeExamples } from "@leadrelay/contracts/notice-examples";

/** A notice of this type, of a CRM named so. */
export const sampleNotice = (type: NoticeType, name = "CRM"): Notice => ({
  ...noticeExamples[type],
  destination: { id: "dst_1", name, kind: "make" },
  summary: `Something happened at ${name}.`,
  what_next: "Mend it, then send again by `leadrelay queue replay --fingerprint f00d`.",
});
