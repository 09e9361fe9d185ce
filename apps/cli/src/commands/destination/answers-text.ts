import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { oneLine } from "../../output/one-line.ts";
import type { Paint } from "../../output/paint.ts";
import { renderTable } from "../../output/render-table.ts";
import { cutMiddle } from "../../output/text-width.ts";

type Preview = components["schemas"]["AnswersPreview"];
type Judged = components["schemas"]["JudgedAnswer"];

const words: Readonly<Record<NonNullable<Judged["outcome"]>, string>> = {
  delivered: "delivered",
  duplicate_at_receiver: "a duplicate there",
  refused: "refused",
  retry: "tried again",
  gone: "gone",
};

/** Answers, and what each counts as; where rules were asked for, what it would count as by those. */
export function answersText(
  { answers, changed }: Preview,
  { isAsked, outside }: Pick<Cli, "outside"> & { isAsked: boolean },
  paint: Paint,
): string {
  if (answers.length === 0) return "";
  const table = renderTable(
    [
      { title: "SENT", value: ({ attempted_at }) => localTime(attempted_at, outside) },
      { title: "HTTP", value: ({ status_code }) => status_code, align: "right" },
      { title: "ANSWER", value: ({ body, is_cut }) => excerptOf(body, is_cut) },
      { title: "COUNTS AS", value: ({ by_its_rules }) => told(by_its_rules) },
      ...(isAsked
        ? [
            {
              title: "WOULD COUNT AS",
              value: ({ by_its_rules, by_these_rules }: Preview["answers"][number], painted: Paint) =>
                by_its_rules.outcome === by_these_rules.outcome
                  ? told(by_these_rules)
                  : painted("yellow", told(by_these_rules)),
            },
          ]
        : []),
      { title: "DELIVERY", isSpare: true as const, value: ({ delivery_id }) => delivery_id },
    ],
    answers,
    paint,
  );
  return isAsked ? `${table}${changed} of ${answers.length} would count as something else.\n` : table;
}

const longestExcerpt = 70;

/** As long as one line may be; of what is not kept whole the end is not known. */
const excerptOf = (body: string, isCut: boolean): string =>
  `${cutMiddle(oneLine(body) ?? "", longestExcerpt)}${isCut ? "…" : ""}`;

function told({ outcome, reason, reference }: Judged): string {
  if (outcome === null) return "not sure: only its beginning is kept";
  const why = outcome === "delivered" ? null : shortReason(reason);
  return [words[outcome], reference === null ? null : `as ${reference}`, why && `(${why})`]
    .filter((part) => part !== null && part !== "")
    .join(" ");
}

/** Its status stands beside it, and an answer that is its own reason, too. */
const shortReason = (reason: string | null): string | null => {
  const said = reason === null ? "" : reason.replace(/^HTTP \d+:? ?/, "");
  return said === "" || /^[{[<]/.test(said) ? null : excerptOf(said, false);
};
