import type { Page } from "playwright-core";
import type { Picture, Shown } from "./pages.ts";

/** What somebody sees there once everything has come, as WebP. */
export async function takePicture(page: Page, { path, act }: Picture, shown: Shown): Promise<Buffer> {
  await page.goto(typeof path === "string" ? path : path(shown));
  await page.waitForLoadState("networkidle");
  await act?.(page);
  // What moves in has come to rest.
  await page.waitForTimeout(400);
  const devTools = await page.context().newCDPSession(page);
  const { data } = await devTools.send("Page.captureScreenshot", { format: "webp", quality: 78 });
  await devTools.detach();
  return Buffer.from(data, "base64");
}
