import type { components } from "@leadrelay/client/schema.gen";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";

type Split = components["schemas"]["Split"];
type Plan = NonNullable<Split["plan"]>;

/** What a split would come to, or that it was done. */
export function splitWords({ lead_id, new_lead_id, plan }: Split, paint: Paint): string {
  if (plan === null) return `They were split off lead ${lead_id} before: they are lead ${new_lead_id}.\n`;
  return renderDetails(
    [
      ["Lead", lead_id],
      ["Keeps", side(plan.old_lead)],
      ["New lead", side(plan.new_lead)],
      ["Submissions", plan.submissions.map(({ id }) => id).join("\n")],
      ["Goes along", plan.identities.map(identity).join("\n") || "nothing: the lead it leaves has it too"],
      [
        "Sends",
        plan.sends.map(({ sentence }) => sentence).join("\n") || "nothing: the client has no destination",
      ],
      ["Cancels", deliveries(plan.cancels)],
      ["Told before", deliveries(plan.told_before)],
    ],
    paint,
  );
}

const side = ({ contact_name, contact_email, contact_phone, submissions }: Plan["new_lead"]) =>
  `${[contact_name, contact_email, contact_phone].filter((one) => one !== null).join(", ")} (${submissions} of them)`;

const kinds = { visitor_id: "browser", email: "e-mail", phone: "phone", ip: "IP address" } as const;

const identity = ({ kind, value }: Plan["identities"][number]) =>
  value === null ? kinds[kind] : `${kinds[kind]} ${value}`;

const deliveries = (list: Plan["cancels"]) =>
  list.length === 0
    ? undefined
    : list.map(({ delivery_id, destination_id }) => `${delivery_id}, ${destination_id}`).join("\n");
