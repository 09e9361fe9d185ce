import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { renderDetails } from "../../output/render-details.ts";
import type { Paint } from "../../output/paint.ts";
import { readNumber } from "../shared/values.ts";
import { shapeOf, withShapeOptions } from "./shape-options.ts";

export function previewShape(cli: Cli) {
  const { command, read } = withShapeOptions(
    new Command("preview")
      .description("the request a lead would be sent by, and whether it passes; nothing is sent or saved")
      .argument("<destination>", "its name or id")
      .option("--lead <id>", "a lead or a submission; without: a sample")
      .option("--last <leads>", "count how many of so many last leads would pass, 50 at most", readNumber),
  );
  return command.action(async (destination_id, { lead, last = 0, ...options }) => {
    const path = { destination_id };
    const { shape: before } = await answerOf(
      cli.api().GET("/api/destinations/{destination_id}/shape", { params: { path } }),
    );
    const previewed = await answerOf(
      cli.api().POST("/api/destinations/{destination_id}/preview", {
        params: { path },
        body: {
          shape: shapeOf(options, read, before),
          last,
          ...(lead === undefined ? {} : { lead_id: lead }),
        },
      }),
    );
    cli.results.show(previewed, (paint) => previewDetails(previewed, paint));
  });
}

function previewDetails(
  {
    destination_name,
    destination_id,
    lead_id,
    last,
    passes,
    why_not,
    request,
    error,
  }: components["schemas"]["DestinationPreview"],
  paint: Paint,
): string {
  return renderDetails(
    [
      ["Destination", `${destination_name} (${destination_id})`],
      ["Lead", lead_id ?? "a sample"],
      ["Goes there", error !== null ? `no: ${error}` : passes ? "yes" : `no: ${why_not ?? ""}`],
      ["Would have gone there", last === null ? undefined : `${last.passed} of the last ${last.leads} leads`],
      ["Request", request === null ? "none could be built" : `${request.method} ${request.url}`],
      [
        "Headers",
        request &&
          Object.entries(request.headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join("\n"),
      ],
      ["Body", request?.body == null ? undefined : indented(request.body)],
    ],
    paint,
  );
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
