import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { attributionLines } from "../shared/attribution-words.ts";

type Lead = components["schemas"]["LeadDetails"];

/** A lead and where it stands, for a person. */
export const leadDetails = (lead: Lead, { outside }: Cli, paint: Paint): string =>
  renderDetails(
    [
      ["Lead", `${lead.id}${lead.is_test ? " (a test)" : ""}`],
      ["Name", lead.contact_name],
      ["E-mail", lead.contact_email],
      ["Phone", lead.contact_phone],
      ["Project", lead.project],
      ["Client", lead.client_id],
      ["Stage", lead.status],
      ["Submitted", times(lead, outside)],
      ["Last sent", localTime(lead.last_sent_at, outside) ?? paint("red", "nothing arrived yet")],
      ...attributionLines(lead.attribution),
      ["Suspicion", [`${lead.suspicion_score} of 100`, ...(lead.suspicion ?? [])].join("\n")],
      ["Also asked for", (lead.related ?? []).map(relatedLine).join("\n") || null],
      ["Resembles", (lead.resembles ?? []).map(resemblingLine).join("\n") || null],
      ["Stands", lead.stands?.sentence],
      ["What next", lead.stands?.next],
      ["Deliveries", [...lead.deliveries.map(deliveryLine), ...restOf(lead)].join("\n")],
    ],
    paint,
  );

const times = ({ submission_count, first_submitted_at, last_submitted_at }: Lead, outside: Cli["outside"]) =>
  submission_count === 1
    ? localTime(last_submitted_at, outside)
    : `${submission_count} times, first ${localTime(first_submitted_at, outside)}, last ${localTime(last_submitted_at, outside)}`;

const restOf = ({ id, more_deliveries }: Lead) =>
  more_deliveries ? [`There may be more: leadrelay delivery list --lead ${id}`] : [];

const relatedLine = ({ id, project, status }: Lead["related"][number]) =>
  `${project ?? "no project"}, at ${status}: ${id}`;

const resemblingLine = ({ lead_id, kind, differs }: Lead["resembles"][number]) =>
  `${lead_id}: the same ${kind.replace("_", " ")}, another ${differs.join(" and ")}`;

const deliveryLine = (delivery: Lead["deliveries"][number]) =>
  `${delivery.id} ${delivery.status}, ${delivery.destination_name ?? delivery.destination_id}`;
