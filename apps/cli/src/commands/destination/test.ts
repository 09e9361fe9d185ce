import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { exchangesText } from "../shared/exchange-text.ts";

type Tested = components["schemas"]["DestinationTest"];

export const testDestination = (cli: Cli) =>
  new Command("test")
    .description("send a marked test there, and see what it is sent and answers; it is nobody's lead")
    .argument("<destination>", "its name or id")
    .addHelpText(
      "after",
      "\nIt goes to a destination that is off or takes no test leads, too: always with test_lead yes, as LeadRelay Test. Ends with 1 when it was not taken.",
    )
    .action(async (destination_id) => {
      const path = { destination_id };
      const tested = await answerOf(
        cli.api().POST("/api/destinations/{destination_id}/test", { params: { path } }),
      );
      cli.results.show(tested, (paint) => testText(tested, paint));
      if (tested.outcome !== "delivered")
        cli.results.bad(`${tested.destination_name} did not take the test.`);
    });

function testText(tested: Tested, paint: Paint): string {
  const facts = renderDetails(
    [
      ["Destination", `${tested.destination_name} (${tested.destination_id})`],
      ["What happened", paint(tested.outcome === "delivered" ? "green" : "red", tested.what_happened)],
      ["What next", tested.what_next],
      ["Answer", tested.status_code === null ? "none" : `HTTP ${tested.status_code}`],
      ["Error", tested.error ?? undefined],
      ["Took", `${tested.duration_ms} ms`],
      ["Request", tested.exchanges.length === 0 ? "none could be built" : undefined],
    ],
    paint,
  );
  return `${facts}${exchangesText(tested.exchanges, paint)}`;
}
