import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { Failure, isNotFound } from "../../exit/failure.ts";
import { quoted } from "../../text/shell-words.ts";
import { limitOption } from "../shared/list-options.ts";
import { leadDetails } from "./lead-details.ts";
import { storyText } from "./story-text.ts";

export const showLead = (cli: Cli) =>
  new Command("show")
    .description("one lead, where it stands, and all that happened to it")
    .argument("<id>", "the lead's id, `lead_public_id` at Make")
    .addOption(limitOption())
    .action(async (lead_id, options) => {
      const api = cli.api();
      const path = { lead_id };
      const [lead, { items: timeline, next_cursor }] = await Promise.all([
        answerOf(api.GET("/api/leads/{lead_id}", { params: { path } })),
        takeItems(options, ({ limit, cursor }) => {
          const query = { limit: Math.min(limit, 50), ...(cursor === undefined ? {} : { cursor }) };
          return answerOf(api.GET("/api/leads/{lead_id}/timeline", { params: { path, query } }));
        }),
      ]).catch((error: unknown) => {
        throw isNotFound(error) ? elsewhere(error, lead_id) : error;
      });
      cli.results.show({ ...lead, timeline, next_cursor }, (paint) => {
        const story = storyText(timeline.toReversed(), cli.outside, paint);
        return `${leadDetails(lead, cli, paint)}\n${story}`;
      });
      if (next_cursor !== null) cli.results.note("There is more before this: a higher --limit shows it.");
    });

const elsewhere = ({ parts }: Failure, given: string) =>
  new Failure({
    ...parts,
    whatToDo: `\`leadrelay lead find ${quoted(given)}\` looks by e-mail address, phone number and every other id.`,
  });
