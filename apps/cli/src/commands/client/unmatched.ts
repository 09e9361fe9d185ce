import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { oneLine } from "../../output/one-line.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption } from "../shared/list-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

export const listUnmatched = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("unmatched")
        .description("callbacks that match no lead, newest first, and by which ids they looked for one")
        .addOption(clientOption()),
    ),
    async ({ client }) => {
      const filter = withoutUndefined({ client_id: client });
      return {
        what: "unmatched callback",
        ask: (api, page) =>
          api.GET("/api/unmatched-callbacks", { params: { query: { ...filter, ...page } } }),
        columns: [
          { title: "CAME IN", value: ({ received_at }) => localTime(received_at, cli.outside) },
          { title: "CLIENT", value: ({ client_id }) => client_id },
          { title: "KIND", value: ({ kind, word }) => oneLine(word === null ? kind : `${kind}: ${word}`) },
          {
            title: "NAMED",
            value: ({ named }) =>
              oneLine(
                Object.entries(named)
                  .map(([name, value]) => `${name}=${value}`)
                  .join(" ") || "nothing",
              ),
          },
          { title: "WHY", isSentence: true, value: ({ reason }) => reason },
        ],
      };
    },
  );
