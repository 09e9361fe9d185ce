import { inject, test } from "vitest";
import { dryRun } from "./dry-run.mjs";
import { mutantRun } from "./mutant-run.mjs";

test("answers what Stryker asks until it has no more questions", async () => {
  const channel = new BroadcastChannel(inject("channel"));
  const answerTo = async ({ id, ...question }) => {
    const answer = question.kind === "dry" ? await dryRun(question) : await mutantRun(question);
    channel.postMessage({ id, answer });
  };
  await new Promise((resolve) => {
    channel.addEventListener("message", ({ data }) => {
      if (data.kind === "end") resolve();
      else void answerTo(data);
    });
    channel.postMessage({ id: 0 });
  });
  channel.close();
});
