import type { AdapterExample } from "./adapter-example.ts";

const path = "T0123ABCD/B0123ABCD/abcdefghijklmnopqrst1234";

/** An incoming webhook. */
export const slackExample: AdapterExample = {
  settings: { url: `https://hooks.slack.com/services/${path}` },
  secrets: [path],
  wrong: [
    [{ url: `https://hooks.slack.com/workflows/${path}` }, "url"],
    [{ url: `https://hooks.slack.com.evil.example/services/${path}` }, "url"],
    [{ url: `https://hooks.slack.com/services/T0123ABCD/B0123ABCD` }, "url"],
    [{ url: `hooks.slack.com/services/${path}` }, "url"],
    [{}, "url"],
  ],
  takenBody: "ok",
  mostBodyBytes: 40_000,
};
