import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { clockTime } from "../../output/local-time.ts";

export type Story = NonNullable<components["schemas"]["WhereIsMyLead"]["story"]>;

/** Each look is a line in the audit log: soon at first, then seldom. */
const pausesMs = [500, 500, 1_000, 1_000, 2_000, 2_000, 3_000];
const longestPauseMs = 5_000;

const onItsWay = new Set([
  "pending",
  "in_flight",
  "waiting_for_storage",
  "spilled",
  "payload_kept",
  "replayed",
]);

/** Tells each step of a submission as it happens, until it has come to an end or the time is over; undefined if it was never seen. */
export async function followSubmission(
  { api, outside, results }: Cli,
  submission_id: string,
  timeoutMs: number,
): Promise<Story | undefined> {
  const client = api();
  const deadline = outside.now() + timeoutMs;
  const pauses = [...pausesMs];
  const told = new Set<string>();
  let story: Story | undefined;
  while (outside.now() < deadline) {
    await outside.wait(Math.min(pauses.shift() ?? longestPauseMs, deadline - outside.now()));
    const query = { q: submission_id };
    const where = await answerOf(client.GET("/api/where-is-my-lead", { params: { query } }));
    story = where.story ?? story;
    for (const { at, what } of story?.steps ?? []) {
      const line = `${clockTime(at, outside)}  ${what}`;
      if (!told.has(line)) results.note(line);
      told.add(line);
    }
    if (story?.stands !== undefined && story.stands !== null && !onItsWay.has(story.stands.state)) break;
  }
  return story;
}
