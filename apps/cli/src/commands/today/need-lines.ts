import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { hang } from "../../output/hang.ts";
import { localTime } from "../../output/local-time.ts";
import type { Format, Paint } from "../../output/paint.ts";

type Need = components["schemas"]["Need"];

const marks: Record<Need["severity"], { mark: string; format: Format }> = {
  problem: { mark: "PROBLEM", format: "red" },
  warning: { mark: "warning", format: "yellow" },
  notice: { mark: "notice", format: "dim" },
};

/** What needs a person in the API's order, the worst first, its command below it; one line where nothing does. */
export const needLines = (needs: readonly Need[], { outside }: Cli, paint: Paint): string[] =>
  needs.length === 0
    ? [paint("green", "Nothing needs you.")]
    : needs.flatMap(({ severity, title, detail, command, ask, since }) => {
        const { mark, format } = marks[severity];
        // A server of before does not say.
        const asked = typeof ask === "string" ? `Ask ${ask}: ` : "";
        const from = since === null ? "" : ` Since ${localTime(since, outside)}.`;
        return [
          hang(`${paint(format, mark.padEnd(7))}  `, `${title}${from} ${detail}`, paint),
          hang(`${" ".repeat(9)}${paint("bold", "→")} `, `${asked}\`${command}\``, paint),
        ];
      });
