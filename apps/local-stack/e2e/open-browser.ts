import { chromium, type Browser } from "playwright-core";
import { unpackBrowser } from "./unpack-browser.ts";

/** The usual ones would switch off what our tests are about, such as the origins of pages. */
const args = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--font-render-hinting=none",
];

/** A browser of its own; whoever opened it closes it. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await unpackBrowser(), args });
