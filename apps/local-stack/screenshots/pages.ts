import type { Page } from "playwright-core";

/** Ids of what is looked at in pages of its own. */
export interface Shown {
  lead: string;
  form: string;
  destination: string;
  route: string;
}

/** One picture: an address, and what is done there before it is taken. */
export interface Picture {
  name: string;
  path: string | ((shown: Shown) => string);
  act?: (page: Page) => Promise<void>;
}

/** The first of what is listed, beside the list. */
const openFirst = async (page: Page) => {
  await page.locator("[data-row]").first().waitFor();
  for (const key of ["j", "Enter"]) await page.keyboard.press(key);
  await page.getByRole("complementary").last().waitFor();
  await page.waitForLoadState("networkidle");
};

/** Each page of the admin UI, and what opens over it. */
export const pictures: readonly Picture[] = [
  { name: "home", path: "/" },
  { name: "palette", path: "/", act: (page) => page.keyboard.press("Control+k") },
  { name: "leads", path: "/leads" },
  { name: "lead-panel", path: "/leads", act: openFirst },
  { name: "board", path: "/leads?layout=board" },
  { name: "lead", path: ({ lead }) => `/leads/${lead}` },
  { name: "not-sent", path: "/not-sent" },
  { name: "deliveries", path: "/deliveries" },
  { name: "delivery-panel", path: "/deliveries", act: openFirst },
  { name: "dead-letters", path: "/dead-letters" },
  { name: "where", path: "/where" },
  { name: "clients", path: "/clients" },
  { name: "client-panel", path: "/clients", act: openFirst },
  { name: "people", path: "/operators" },
  { name: "access-keys", path: "/access-keys" },
  { name: "addresses", path: "/addresses" },
  { name: "audit-log", path: "/audit-log" },
  { name: "settings", path: "/settings" },
  { name: "forms", path: "/forms" },
  { name: "form-new", path: "/forms/new" },
  { name: "form-paste", path: ({ form }) => `/forms/${form}` },
  { name: "form-fields", path: ({ form }) => `/forms/${form}?tab=fields` },
  { name: "form-page", path: ({ form }) => `/forms/${form}?tab=page` },
  { name: "form-rules", path: ({ form }) => `/forms/${form}?tab=rules` },
  { name: "form-posts", path: ({ form }) => `/forms/${form}?tab=posts` },
  { name: "destinations", path: "/destinations" },
  { name: "destination-new", path: "/destinations/new" },
  { name: "destination-settings", path: "/destinations/new?kind=webhook" },
  { name: "destination", path: ({ destination }) => `/destinations/${destination}` },
  { name: "destination-filter", path: ({ destination }) => `/destinations/${destination}?tab=filter` },
  { name: "destination-mapping", path: ({ destination }) => `/destinations/${destination}?tab=mapping` },
  { name: "destination-limits", path: ({ destination }) => `/destinations/${destination}?tab=limits` },
  { name: "destination-events", path: ({ destination }) => `/destinations/${destination}?tab=events` },
  { name: "sources", path: "/sources" },
  { name: "routes", path: "/routes" },
  { name: "route", path: ({ route }) => `/routes/${route}` },
  { name: "statistics", path: "/statistics" },
];
