import type { Browser } from "playwright-core";

/** What a browser takes to show a page to somebody who is signed in and has nothing of it yet. */
export interface FirstView {
  /** First contentful paint, ms. */
  paintMs: number;
  /** What long tasks kept the page from answering beyond their first 50 ms each. */
  blockedMs: number;
  /** Scripts, styles, fonts and answers of the API, as they are before compression. */
  kilobytes: number;
}

/** Opens a page in a browser that kept nothing. @param state who is signed in, as a context of before left it */
export async function firstView(
  browser: Browser,
  { origin, path, state }: { origin: string; path: string; state: string },
): Promise<FirstView> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "en-GB",
    timezoneId: "Asia/Kolkata",
    storageState: state,
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(`
      globalThis.longTasks = [];
      new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
        .observe({ type: "longtask", buffered: true });`);
    await page.goto(path);
    await page.locator("#content h1").waitFor();
    await page.waitForLoadState("networkidle");
    return await page.evaluate<FirstView>(`({
      paintMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
      blockedMs: longTasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
      kilobytes: performance.getEntriesByType("resource").reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0) / 1024,
    })`);
  } finally {
    await context.close();
  }
}
