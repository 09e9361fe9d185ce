import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { payloadText } from "../shared/attempts-table.ts";

type Blocked = components["schemas"]["BlockedSubmissionDetails"];

/** Who sees contacts masked sees a wider network than the one on the list. */
function whatNext({ id, masked, matched_cidr, client_id }: Blocked): string {
  const next = `It is no lead, and nothing was sent. What would send it: \`leadrelay unsent show ${id}\`.`;
  if (masked) return next;
  return `${next} An owner or admin lets the next ones in:\nleadrelay address unblock ${matched_cidr} --client ${client_id}`;
}

/** What came from a blocked address, for a person. */
export function blockedDetails(blocked: Blocked, { outside }: Cli, paint: Paint): string {
  const facts = renderDetails(
    [
      ["Submission", blocked.id],
      ["Submitted", localTime(blocked.submitted_at, outside)],
      ["Outcome", paint("yellow", "blocked")],
      ["Why", `It came from ${blocked.ip}, and the client blocks ${blocked.matched_cidr}.`],
      ["What next", whatNext(blocked)],
      ["Name", blocked.contact_name],
      ["E-mail", blocked.contact_email],
      ["Phone", blocked.contact_phone],
      ["Project", blocked.project],
      ["Country", blocked.country],
      ["Referrer", blocked.referrer],
      ["Client", blocked.client_id],
      ["Form", blocked.form_id],
    ],
    paint,
  );
  return `${facts}${payloadText("Posted", blocked.payload, paint)}`;
}
