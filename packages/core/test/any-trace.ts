import { deliveryStatuses } from "@leadrelay/contracts/delivery-status";
import { eventTypes } from "@leadrelay/contracts/event-type";
import * as fc from "fast-check";
import type { DecisionTrace } from "../src/decide/decision-trace.ts";
import { deliveryId, eventId } from "../src/ids/derived-id.ts";
import { identityKinds } from "../src/identity/identity.ts";

const oneOf = <const Value>(...values: Value[]) => fc.constantFrom(...values);
const text = fc.string({ unit: "grapheme", maxLength: 8 });
const kinds = oneOf(...identityKinds);
const leadIds = fc.oneof(fc.constant(7), fc.nat());

const destination = (submissionId: string) =>
  fc
    .record({
      id: text,
      event: oneOf(...eventTypes),
      status: oneOf(...deliveryStatuses),
      reason: oneOf(
        "subscribed",
        "ip_match_new_contact",
        "sent_while_d1_down",
        "not_subscribed",
        "takes_no_tests",
        "other_environment",
        "not_a_new_lead",
        "too_suspicious",
        "no_address",
        "filtered",
        "filter_broken",
        "opted_out",
        "disabled",
        "routed",
        "routed_elsewhere",
        "route_conditions",
        "closed",
        "capped",
        "behind",
      ),
      words: fc.option(text, { nil: undefined }),
      delivery: oneOf("none", "derived", "other"),
    })
    .map(({ delivery, words, ...one }) => ({
      ...one,
      ...(words !== undefined && { words }),
      ...(delivery === "derived" && {
        delivery_public_id: deliveryId(eventId(submissionId, one.event), one.id),
      }),
      ...(delivery === "other" && { delivery_public_id: "other" }),
    }));

/** Traces a submission may have, and many it never would. */
export const anyTrace = (submissionId: string): fc.Arbitrary<DecisionTrace> =>
  fc.record({
    rule: oneOf(
      "new_lead",
      "contradicted_match",
      "split",
      "never_sent",
      "ip_match_new_contact",
      "duplicate_window",
      "reengage_off",
      "reengage_wait",
      "reengaged",
    ),
    elapsed_minutes: fc.option(fc.integer()),
    setting: fc.option(
      fc.record({
        name: text,
        value: fc.oneof(fc.nat(), fc.constant("on" as const)),
        from: oneOf("form", "installation"),
      }),
    ),
    lead: fc.record({ id: leadIds, public_id: text, matched_by: fc.option(kinds) }),
    identities: fc.array(
      fc.record({
        kind: kinds,
        result: oneOf("matched", "same_lead", "added", "held_by_other_lead"),
        lead_id: leadIds,
      }),
    ),
    passed_over: fc.array(
      fc.record({
        kind: kinds,
        lead: fc.record({ id: leadIds, public_id: text }),
        differs: fc.array(oneOf("email", "phone", "name")),
      }),
    ),
    ip_rejected: fc.option(
      oneOf(
        "outside_duplicate_window",
        "other_user_agent",
        "other_visitor_id",
        "other_email",
        "other_phone",
        "other_name",
      ),
    ),
    test: fc.option(oneOf("marked", "allowed_ip", "test_string")),
    event: fc.option(oneOf(...eventTypes)),
    new_contact: fc.array(oneOf("email", "phone")),
    destinations: fc.array(destination(submissionId)),
    suspicion: fc.record({ score: fc.integer(), reasons: fc.array(text) }),
    notes: fc.array(text),
  });
