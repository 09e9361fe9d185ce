import type { Page } from "playwright-core";

/** One picture: an address, and what is done there before it is taken. */
export interface Picture {
  name: string;
  path: string;
  act?: (page: Page) => Promise<void>;
}

const openFirst = (table: string) => async (page: Page) => {
  await page.getByRole("table", { name: table }).getByRole("link").first().click();
  await page.waitForLoadState("networkidle");
};

/** Each page of the admin UI, and what opens over it. */
export const pictures: readonly Picture[] = [
  { name: "home", path: "/" },
  { name: "leads", path: "/leads" },
  { name: "lead-panel", path: "/leads", act: openFirst("Leads") },
  { name: "not-sent", path: "/not-sent" },
  { name: "deliveries", path: "/deliveries" },
  { name: "dead-letters", path: "/dead-letters" },
  { name: "where", path: "/where" },
];
