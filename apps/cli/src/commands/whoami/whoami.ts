import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { intakeTold } from "../../api/intake-told.ts";
import type { Cli } from "../../cli.ts";
import { renderDetails } from "../../output/render-details.ts";
import { renderTable } from "../../output/render-table.ts";

export const whoami = (cli: Cli) =>
  new Command("whoami")
    .description("who you are to the installation, and what you may do")
    .action(async () => {
      const you = await answerOf(cli.api().GET("/api/me"));
      const { profile } = cli.settings();
      cli.results.show(you, (paint) => {
        const who = [
          [you.kind === "key" ? "Key" : "E-mail", you.name],
          ["Signed in", you.kind === "key" ? "by access key" : "with a password"],
          ["Installation", cli.url()],
          ["Forms post to", intakeTold(you)],
          ["Profile", profile],
        ] as const;
        const grants = renderTable(
          [
            { title: "AGENCY", value: (grant) => grant.agency_id },
            { title: "ROLE", value: (grant) => grant.role },
            { title: "CLIENTS", value: (grant) => grant.client_ids.join("\n") },
            { title: "MAY", value: (grant) => grant.permissions.join("\n") },
          ],
          you.grants,
          paint,
        );
        return `${renderDetails(who, paint)}\n${grants}`;
      });
    });
