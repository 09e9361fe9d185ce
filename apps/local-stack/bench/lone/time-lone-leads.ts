import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { emailOf, formPost } from "../load/form-post.ts";
import { demoSite, type Intake } from "../load/intake.ts";
import { openConnection } from "../load/open-connection.ts";
import { isRedirect } from "../load/post-load.ts";

const deadlineMs = 30_000;
/** So that no lead finds the one before it, or a clock that ticks with it. */
const pauseMs = { least: 20, most: 80 };

/** Posts strangers one after the other; for each, ms from the moment its post is sent to the moment its receiver has it. */
export async function timeLoneLeads(
  { port, path, receiver }: Intake,
  people: { first: number; count: number },
): Promise<number[]> {
  const connection = await openConnection(port);
  const latencies: number[] = [];
  for (let person = people.first; person < people.first + people.count; person += 1) {
    const request = formPost(path, person, demoSite);
    const arrived = receiver.expect([emailOf(person)], deadlineMs);
    const sentAt = performance.now();
    const [arrivedAt, status] = await Promise.all([arrived, connection.send(request)]);
    if (!isRedirect(status)) throw new Error(`A post was answered with ${status}`);
    latencies.push(arrivedAt - sentAt);
    await wait(pauseMs.least + Math.random() * (pauseMs.most - pauseMs.least));
  }
  connection.close();
  return latencies;
}
