import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";

type Unsent = components["schemas"]["UnsentSubmissionDetails"];

/** Why nothing of a submission was sent, for a person. */
export function unsentDetails(unsent: Unsent, { outside }: Cli, paint: Paint): string {
  const { released_at, released_by } = unsent;
  return renderDetails(
    [
      ["Submission", unsent.id],
      ["Submitted", localTime(unsent.submitted_at, outside)],
      ["Rule", paint("yellow", unsent.rule)],
      ["Why", unsent.explanation],
      [
        "Decided",
        unsent.sentences.filter((sentence) => sentence !== unsent.explanation).join("\n") || undefined,
      ],
      ["Setting", settingWords(unsent)],
      [
        "Released",
        released_at === null
          ? undefined
          : `${localTime(released_at, outside)}, by ${released_by ?? "nobody known"}`,
      ],
      ["What next", unsent.next],
      ["Name", unsent.contact_name],
      ["E-mail", unsent.contact_email],
      ["Phone", unsent.contact_phone],
      ["Lead", unsent.lead_id ?? "none"],
      ["Client", unsent.client_id],
      ["Form", unsent.form_id],
    ],
    paint,
  );
}

function settingWords({ setting, elapsed_minutes }: Unsent): string | undefined {
  if (setting === null) return undefined;
  const from = setting.from === "form" ? "set for this form" : "the installation's";
  const elapsed = elapsed_minutes === null ? "" : `, and ${elapsed_minutes} minutes had passed`;
  return `${setting.name} = ${setting.value} (${from})${elapsed}`;
}
