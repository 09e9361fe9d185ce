import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { renderDetails } from "../../output/render-details.ts";

export const showLook = (cli: Cli) =>
  new Command("look")
    .description("what the installation looks like to whoever is not signed in yet")
    .action(async () => {
      const look = await answerOf(cli.api().GET("/api/branding"));
      cli.results.show(look, (paint) =>
        renderDetails(
          [
            ["Name", look.name],
            ["Hue", look.hue === null ? "LeadRelay's own" : String(look.hue)],
            ["Logo", look.logo_url === null ? "none" : cli.url() + look.logo_url],
          ],
          paint,
        ),
      );
    });
