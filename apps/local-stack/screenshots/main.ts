// `pnpm screenshots [NAME …]`: a week of an agency's leads on a stack of its own, and each page of the admin UI in both themes, wide and narrow.
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser } from "../e2e/open-browser.ts";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { startStack } from "../harness/start-stack.ts";
import { signedInApi } from "./ask-api.ts";
import { pictures } from "./pages.ts";
import { seedToday, seedWeek } from "./seed-pictures.ts";
import { takePicture } from "./take-picture.ts";

const folder = resolve(import.meta.dirname, "../../../docs/screenshots");
const mostBytes = 6 * 1024 * 1024;
const looks = [
  { theme: "light", width: 1440 },
  { theme: "dark", width: 1440 },
  { theme: "light", width: 360 },
  { theme: "dark", width: 360 },
] as const;

const wanted = new Set(process.argv.slice(2));
const shown = pictures.filter(({ name }) => wanted.size === 0 || wanted.has(name));
mkdirSync(folder, { recursive: true });
const stack = await startStack({ DELIVERY_RETRY_SCHEDULE: "30m" });
let browser: Browser | undefined;
try {
  const owner = await demoOwnerOf(stack);
  await seedWeek(stack);
  const seeded = await seedToday(stack, await signedInApi(stack.consumerUrl, owner));
  browser = await openBrowser();
  let bytes = 0;
  for (const look of looks) {
    const context = await browser.newContext({
      baseURL: stack.consumerUrl,
      locale: "en-GB",
      timezoneId: "Asia/Kolkata",
      colorScheme: look.theme,
      viewport: { width: look.width, height: look.width < 640 ? 720 : 900 },
    });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(owner.email);
    await page.getByLabel("Password").fill(owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Home" }).waitFor();
    for (const picture of shown) {
      const file = resolve(
        folder,
        `${picture.name}-${look.theme}-${look.width < 640 ? "narrow" : "wide"}.webp`,
      );
      writeFileSync(file, await takePicture(page, picture, seeded));
      bytes += statSync(file).size;
      console.log(file);
    }
    await context.close();
  }
  console.log(`${(bytes / 1024 / 1024).toFixed(1)} MB together`);
  if (bytes > mostBytes) throw new Error(`That is more than ${mostBytes / 1024 / 1024} MB`);
} finally {
  await browser?.close();
  await stack.dispose();
}
