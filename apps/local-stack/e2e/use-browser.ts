import axeCore from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { openBrowser } from "./open-browser.ts";
import type { TestStack } from "../harness/start-stack.ts";

/** A page of the admin UI; whatever its browser complains of fails the test, violations of its policy first. */
export function useBrowser(stack: () => TestStack) {
  let browser: Browser | undefined;
  let complaints: string[] = [];
  const opened: { close: () => Promise<void> }[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((context) => context.close()));
    const told = complaints;
    complaints = [];
    expect(told).toEqual([]);
  });
  afterAll(async () => browser?.close());

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    if (browser === undefined) throw new Error("The browser is there from beforeAll on");
    const context = await browser.newContext({
      baseURL: stack().consumerUrl,
      locale: "en-GB",
      timezoneId: "Asia/Kolkata",
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    opened.push(context);
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      // A refusal that the page tells its reader of is no fault of the page.
      if (message.type() === "error" && !/status of 4(0[1-9]|22)/.test(message.text()))
        complaints.push(message.text());
    });
    return page;
  }

  async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  }

  return { open, signIn };
}

/**
 * What axe finds against WCAG 2.2 AA on a page as it stands, in short.
 * @param within of what it looks at, as a selector: the whole page
 * @param only rules by name: all of that standard
 */
export async function barriersOn(
  page: Page,
  { within, only }: { within?: string; only?: string[] } = {},
): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(axeCore.source);
  return page.evaluate(
    async ({ within: part, only: rules }) => {
      // The page's own, put there a line ago.
      const axe: typeof axeCore = Reflect.get(globalThis, "axe");
      const { violations } = await axe.run(part ?? "html", {
        runOnly: rules ?? ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
      );
    },
    { within, only },
  );
}
