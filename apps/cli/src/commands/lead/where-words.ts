import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { renderTable } from "../../output/render-table.ts";
import { attributionLines } from "../shared/attribution-words.ts";
import { clientWords, personWords, wholePersonWords } from "../shared/person-words.ts";
import { actionLines } from "../shared/action-lines.ts";
import { storyText } from "./story-text.ts";

type Where = components["schemas"]["WhereIsMyLead"];

/** The story of what was found, where it stands, and what else there is; nothing where nothing was found. */
export function whereWords({ story, candidates }: Where, { outside }: Cli, paint: Paint): string {
  if (story === null) return "";
  const { steps, stands } = story;
  const who = renderDetails(
    [
      ["Who", wholePersonWords(story) ?? "nobody known"],
      ["Client", clientWords(story) ?? undefined],
    ],
    paint,
  );
  const now = renderDetails(
    [
      ["Lead", story.lead_id ?? undefined],
      ["Submission", story.submission_id ?? undefined],
      ["Delivery", deliveriesOf(steps)],
      ...(story.attribution === null ? [] : attributionLines(story.attribution)),
      ["Stands", stands?.sentence],
      ["What next", stands?.next],
      ["You can", actionLines(stands?.actions ?? [])],
    ],
    paint,
  );
  const others = candidates.slice(1);
  const also =
    others.length === 0 ? "" : `\n${paint("bold", "Also found")}\n${candidateTable(others, outside, paint)}`;
  return `${who}\n${storyText(steps, outside, paint)}\n${now}${also}`;
}

/** Of as many as one looks into one by one. */
const mostDeliveries = 5;

/** The ids of what goes out, a line each, to look into them or to send them again. */
function deliveriesOf(steps: readonly components["schemas"]["Step"][]): string | undefined {
  const ids = [...new Set(steps.flatMap(({ delivery_id }) => delivery_id ?? []))];
  const more = ids.length > mostDeliveries ? [`and ${ids.length - mostDeliveries} more`] : [];
  return ids.length === 0 ? undefined : [...ids.slice(0, mostDeliveries), ...more].join("\n");
}

const candidateTable = (candidates: Where["candidates"], clock: Cli["outside"], paint: Paint) =>
  renderTable(
    [
      { title: "ID", value: ({ id }) => id },
      { title: "WHO", value: personWords },
      { title: "WHAT", value: ({ kind, is_test }) => (is_test === true ? `${kind}, a test` : kind) },
      { title: "PROJECT", value: ({ project }) => project },
      { title: "CLIENT", value: ({ client_id, client_name }) => client_name ?? client_id },
      { title: "LAST SUBMITTED", value: ({ at }) => localTime(at, clock) },
    ],
    candidates,
    paint,
  );
