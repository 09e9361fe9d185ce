import { join } from "node:path";
import { openBrowser } from "../../e2e/open-browser.ts";
import { startStack, type TestStack } from "../../harness/start-stack.ts";
import type { Bench, Figure } from "../report/bench.ts";
import { figure } from "../report/figure.ts";
import { median } from "../report/statistics.ts";
import { firstView, type FirstView } from "./first-view.ts";
import { manyLeads } from "./many-leads.ts";
import { signedIn } from "./signed-in.ts";

const [leads, asks, views] = [100_000, 15, 7];

const monthAgo = Date.now() - 30 * 86_400_000;

/** What the pages ask of a client with so many leads. */
const asked = [
  ["list", "leads: the list", "GET", "/api/leads?limit=50"],
  ["filter", "leads: one stage", "GET", "/api/leads?limit=50&status=contacted"],
  ["period", "leads: before a date", "GET", `/api/leads?limit=50&until=${monthAgo}`],
  ["name", "leads: by the beginning of a name", "POST", "/api/leads/search", { q: "Person 4711" }],
  ["where", "where is my lead, by e-mail", "POST", "/api/where-is-my-lead", { q: "person54321@example.com" }],
  ["deliveries", "deliveries: by their last answer", "GET", "/api/deliveries?limit=50&code=2xx"],
] as const;

/** The admin UI in the test's browser, and what it asks of the local Worker with many leads. */
export const ui: Bench = {
  about: `how soon the admin UI shows itself, and answers of the API with ${leads} leads`,
  async run(note) {
    const stack = await startStack();
    try {
      const { owner, timed } = await signedIn(stack);
      note(`${leads} leads are written`);
      await manyLeads(stack, leads);
      const answers: Figure[] = [];
      for (const [key, label, method, path, body] of asked) {
        const times: number[] = [];
        for (let nth = 0; nth < asks; nth += 1) times.push(await timed(method, path, body));
        note(`${label}: ${times.map((ms) => ms.toFixed(0)).join(" ")} ms`);
        answers.push(
          figure(`${key}_ms`, `${label}, median ms`, median(times), { bound: "at most", must: 300 }),
        );
      }
      return [...answers, ...(await viewsOf(stack, owner, note))];
    } finally {
      await stack.dispose();
    }
  },
};

async function viewsOf(
  { consumerUrl: origin, stateDir }: TestStack,
  owner: { email: string; password: string },
  note: (text: string) => void,
): Promise<Figure[]> {
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ baseURL: origin, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto("/");
    await page.getByLabel("E-mail address").fill(owner.email);
    await page.getByLabel("Password").fill(owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.locator("#content h1").waitFor();
    const state = join(stateDir, "signed-in.json");
    await context.storageState({ path: state });
    await context.close();
    const figures: Figure[] = [];
    for (const [name, path] of [
      ["home", "/"],
      ["leads", "/leads"],
    ] as const) {
      const seen: FirstView[] = [];
      for (let nth = 0; nth < views; nth += 1) seen.push(await firstView(browser, { origin, path, state }));
      note(`${name}: first paint ${seen.map(({ paintMs }) => paintMs.toFixed(0)).join(" ")} ms`);
      const of = (pick: (one: FirstView) => number) => median(seen.map(pick));
      figures.push(
        figure(
          `${name}_paint_ms`,
          `${name}: first contentful paint, median ms`,
          of(({ paintMs }) => paintMs),
        ),
        figure(
          `${name}_blocked_ms`,
          `${name}: blocking time, median ms`,
          of(({ blockedMs }) => blockedMs),
        ),
        figure(
          `${name}_kb`,
          `${name}: loaded, KB before compression`,
          of(({ kilobytes }) => kilobytes),
        ),
      );
    }
    return figures;
  } finally {
    await browser.close();
  }
}
