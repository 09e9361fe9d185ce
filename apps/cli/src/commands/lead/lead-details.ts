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
      ...engagementLines(lead, outside),
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

/** Nothing of a lead whose site has no tag. */
const engagementLines = (
  { engagement_score = null, sessions = [] }: Partial<Lead>,
  outside: Cli["outside"],
): [string, string][] => [
  ...(engagement_score === null
    ? []
    : [["Engagement", `${engagement_score} of 100`] satisfies [string, string]]),
  ...(sessions.length === 0
    ? []
    : [
        ["On the site", sessions.map((session) => sessionLine(session, outside)).join("\n")] satisfies [
          string,
          string,
        ],
      ]),
];

const sessionLine = (session: Lead["sessions"][number], outside: Cli["outside"]) => {
  const { duration_seconds, pages_visited, clicks, scroll_percent, return_visits } = session;
  const told =
    session.submitted_at === null || session.told_score === session.score
      ? []
      : [`told as ${session.told_score ?? "unknown"}`];
  return [
    `${localTime(session.started_at, outside)}: ${session.score} ${session.label}`,
    `${duration_seconds} s, pages ${pages_visited}, clicks ${clicks}, ${scroll_percent} % scrolled, visits before ${return_visits}`,
    ...told,
    ...(session.seen.length === 0 ? [] : [session.seen.slice(0, 8).join(", ")]),
  ].join("; ");
};

const relatedLine = ({ id, project, status }: Lead["related"][number]) =>
  `${project ?? "no project"}, at ${status}: ${id}`;

const resemblingLine = ({ lead_id, kind, differs }: Lead["resembles"][number]) =>
  `${lead_id}: the same ${kind.replace("_", " ")}, another ${differs.join(" and ")}`;

const deliveryLine = (delivery: Lead["deliveries"][number]) =>
  `${delivery.id} ${delivery.status}, ${delivery.destination_name ?? delivery.destination_id}`;
