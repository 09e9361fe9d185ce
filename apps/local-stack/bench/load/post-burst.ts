import { performance } from "node:perf_hooks";
import { emailOf, formPost } from "./form-post.ts";
import { demoSite, type Intake } from "./intake.ts";
import { postAll } from "./post-all.ts";
import { isRedirect } from "./post-load.ts";

const connections = 16;
const deadlineMs = 60_000;

/**
 * Posts for each of these people, as fast as 16 connections can; seconds from the first post to the arrival of the last lead.
 * Who is in the list twice is one lead. Rejects when a post is refused or a lead does not come within a minute.
 */
export async function postBurst(
  { port, path, receiver }: Intake,
  people: readonly number[],
): Promise<number> {
  const requests = people.map((person) => formPost(path, person, demoSite));
  const delivered = receiver.expect(people.map(emailOf), deadlineMs);
  const startedAt = performance.now();
  const statuses = await postAll(port, requests, connections);
  const refused = statuses.filter((status) => !isRedirect(status)).length;
  if (refused > 0) throw new Error(`${refused} of ${people.length} posts were not accepted`);
  return ((await delivered) - startedAt) / 1_000;
}
