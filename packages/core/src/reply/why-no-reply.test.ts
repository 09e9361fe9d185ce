import { expect, test } from "vitest";
import { whyNoReply, type AnsweredLead } from "./why-no-reply.ts";

const asha: AnsweredLead = {
  isNew: true,
  isTest: false,
  suspicion: 0,
  email: "asha@example.com",
  phone: null,
  isOptedOut: false,
};
const byEmail = { channel: "email", most_suspicion: 29 } as const;
const bySms = { channel: "phone", most_suspicion: 29 } as const;

test.each([
  ["a new person gets one", byEmail, {}, null],
  ["a test gets none", byEmail, { isTest: true }, "takes_no_tests"],
  ["who came before gets none", byEmail, { isNew: false }, "not_a_new_lead"],
  ["a lead that is as suspicious as is allowed gets one", byEmail, { suspicion: 29 }, null],
  ["a lead that is more suspicious gets none", byEmail, { suspicion: 30 }, "too_suspicious"],
  [
    "who left no e-mail address gets no e-mail",
    byEmail,
    { email: null, phone: "+91-9999999999" },
    "no_address",
  ],
  ["who left no number gets no SMS", bySms, {}, "no_address"],
  ["who typed no e-mail address there gets no e-mail", byEmail, { email: "none" }, "no_address"],
  ["who typed what is no number gets no SMS", bySms, { phone: "call me" }, "no_address"],
  ["who typed too few digits gets no SMS", bySms, { phone: "12345" }, "no_address"],
  [
    "who typed two numbers gets no SMS: nobody knows which",
    bySms,
    { phone: "98765 43210 / 91234 56780" },
    "no_address",
  ],
  ["who typed words before a number gets no SMS", bySms, { phone: "call +91-9999999999" }, "no_address"],
  ["who typed words behind a number gets no SMS", bySms, { phone: "+91-9999999999 or so" }, "no_address"],
  ["who left a number with an extension gets an SMS", bySms, { phone: "+91-9999999999 x12" }, null],
  ["who left a number gets an SMS", bySms, { email: null, phone: "+91-9999999999" }, null],
  ["who said STOP gets no SMS", bySms, { phone: "+91-9999999999", isOptedOut: true }, "opted_out"],
  ["who said STOP to messages gets an e-mail", byEmail, { isOptedOut: true }, null],
] as const)("%s", (_who, policy, lead, why) => {
  expect(whyNoReply(policy, { ...asha, ...lead })).toBe(why);
});
