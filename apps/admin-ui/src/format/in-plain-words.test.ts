import { expect, test } from "vitest";
import { inPlainWords } from "./in-plain-words.ts";

test.each([
  [
    "Give the destination its right address, then send them again (`leadrelay queue replay --code 404` shows the plan, and with --apply sends). To mend it: `leadrelay destination change dst_1 --address`; `leadrelay destination test dst_1` shows what it answers now. Whose they are: `leadrelay dlq list --fingerprint f00d`.",
    "Give the destination its right address, then send them again.",
  ],
  [
    "Nothing by itself. Released (`leadrelay unsent release 01a2`), it goes as lead.reengaged. The form's setting decides about the next ones.",
    "Nothing by itself. Released, it goes as lead.reengaged. The form's setting decides about the next ones.",
  ],
  [
    'Within 30 days of the deletion: find the form with `leadrelay form list --deleted` and bring it back with `leadrelay form restore FORM`, which releases this letter. Else discard it (`leadrelay dlq discard dlt_1 --reason "…"`).',
    "Within 30 days of the deletion: find the form and bring it back, which releases this letter. Else discard it.",
  ],
  [
    "The client had no destination: add one, and the person's next submission is sent as a new lead. `leadrelay unsent release 01a2` sends this one on purpose.",
    "The client had no destination: add one, and the person's next submission is sent as a new lead. Or send this one on purpose, under “More” on its page.",
  ],
  ["Nothing: the receiver took it (HTTP 200).", "Nothing: the receiver took it (HTTP 200)."],
  ["`leadrelay doctor` says more.", "`leadrelay doctor` says more."],
  ["", ""],
])("%s", (said, plain) => expect(inPlainWords(said)).toBe(plain));
