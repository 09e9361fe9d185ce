import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { newPerson } from "../harness/person.ts";
import { accept, apiOf, type ApiOf } from "./api-of.ts";
import { overlaysOf, type Overlay, type Things } from "./barriers/overlays.ts";
import { pagesToLookAt } from "./barriers/pages.ts";
import { barriersOn, useBrowser } from "./use-browser.ts";
import { useStack } from "./use-stack.ts";

/** Two minutes of looking: for whoever changed something that opens. `BARRIERS=all` asks for it. */
const isAsked = process.env["BARRIERS"] === "all";

describe.runIf(isAsked)("with BARRIERS=all", () => {
  const stack = useStack({ DELIVERY_RETRY_SCHEDULE: "30m" });
  const { open, signIn } = useBrowser(stack);
  let owner: { email: string; password: string };
  let api: ApiOf;
  let things: Things;

  const idOf = (answer: string): string => {
    const { id }: { id: string } = JSON.parse(answer);
    return id;
  };

  /** Posts the demo form, and waits until a delivery of it stands so. */
  async function post(name: string, status: string, from = newPerson()) {
    const fields = new URLSearchParams({ name, email: from.email, phone: from.phone });
    await stack().post(fields, { "cf-connecting-ip": from.ip });
    const found = "SELECT count(*) AS n FROM deliveries WHERE status = ?";
    await eventually(
      async () => ((await stack().query<{ n: number }>(found, status))[0]?.n ?? 0) > 0 || undefined,
    );
    return from;
  }

  beforeAll(async () => {
    owner = await demoOwnerOf(stack());
    api = await apiOf(stack().consumerUrl, owner);
    const [client] = await stack().query<{ id: string; agency_id: string }>(
      "SELECT id, agency_id FROM clients",
    );
    const [destination] = await stack().query<{ id: string }>("SELECT id FROM destinations");
    if (client === undefined || destination === undefined)
      throw new Error("The demo is there from the start");
    const came = await post("Came twice", "delivered");
    await post("Came twice", "delivered", came);
    await stack().receiver.behave([
      { status: 400, body: "no such field: budget", times: 1 },
      { status: 503, body: "later", times: 1 },
    ]);
    await post("Died", "dead");
    await post("Waits", "pending");
    const repeats = "SELECT public_id AS id FROM leads WHERE submission_count = 2";
    const lead = await eventually(async () => (await stack().query<{ id: string }>(repeats))[0]?.id);
    const of = { agency_id: client.agency_id, client_ids: [client.id] };
    const invite = (email: string) =>
      api.send("POST", "/api/invitations", { ...of, email, role: "client_viewer" });
    await accept(stack().consumerUrl, await invite("vera@example.com"), "correct horse vera");
    await invite("open@example.com");
    await api.send("POST", "/api/access-keys", {
      client_id: client.id,
      name: "A script",
      permissions: ["leads:read"],
    });
    await api.send("POST", `/api/clients/${client.id}/callbacks`, {});
    const [form] = await stack().query<{ id: string }>("SELECT id FROM forms LIMIT 1");
    await api.send("POST", "/api/sources", {
      name: "Portal",
      kind: "justdial",
      form_id: form?.id,
      settings: {},
    });
    const members = [{ destination_id: destination.id, weight: 1 }];
    const route = { client_id: client.id, name: "All of them", mode: "weighted", members };
    things = {
      lead,
      destination: destination.id,
      route: idOf(await api.send("POST", "/api/routes", route)),
      view: idOf(
        await api.send("POST", "/api/saved-views", {
          name: "No tests",
          is_shared: false,
          view: { tests: "none" },
        }),
      ),
      password: owner.password,
    };
  });

  /** In both themes; of a part of the page where that is all that is new. */
  async function barriersInBothThemes(page: Page, where: string, within?: string): Promise<string[]> {
    const found: string[] = [];
    for (const theme of ["light", "dark"]) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      // What is wrong with names and roles is so in either.
      const rules = theme === "light" ? {} : { only: ["color-contrast"] };
      const barriers = await barriersOn(page, { ...rules, ...(within === undefined ? {} : { within }) });
      found.push(...barriers.map((barrier) => `${where}, ${theme}: ${barrier}`));
    }
    return found;
  }

  /** Notices are dialogs, too, and none of ours. */
  const opened = (page: Page, { opens: [role, name] }: Overlay) =>
    page
      .getByRole(role, name === undefined ? {} : { name })
      .and(page.locator(":not([data-type])"))
      .last();

  async function openOverlay(page: Page, overlay: Overlay): Promise<void> {
    for (const step of overlay.steps) {
      if (typeof step === "string")
        await page.getByRole("button", { name: step, exact: true }).last().click();
      else if (step instanceof RegExp) await page.getByRole("button", { name: step }).first().click();
      else if ("link" in step) {
        await page.getByRole("link", { name: step.link }).first().click();
        await page.getByRole("complementary").last().waitFor();
        await page.waitForLoadState("networkidle");
      } else if ("item" in step) await page.getByRole("menuitem", { name: step.item }).click();
      else if ("key" in step) await page.keyboard.press(step.key);
      else if ("fill" in step) await page.getByRole("dialog").getByLabel(step.fill).fill(step.with);
      else {
        const row = page.locator("[data-row]").filter({ hasText: step.row }).first();
        const opener = row.locator("[data-opens]");
        const first = (await opener.count()) > 0 ? opener : row.locator("a[href], button");
        await first.first().press("Enter");
        await page.getByRole("complementary").last().waitFor();
      }
    }
    await opened(page, overlay).waitFor();
  }

  describe("barriers that axe finds, in both themes, on every page and in all that opens over one", () => {
    test.each([1440, 360])("%i px: none", { timeout: 240_000 }, async (width) => {
      const page = await open({ reducedMotion: "reduce", viewport: { width, height: 800 } });
      await page.goto("/");
      await page.getByRole("button", { name: "Sign in" }).waitFor();
      const found = await barriersInBothThemes(page, "sign-in");
      await signIn(page, owner);
      await page.getByRole("heading", { name: "Home" }).waitFor();
      for (const path of pagesToLookAt(things)) {
        await page.goto(path);
        await page.waitForLoadState("networkidle");
        found.push(...(await barriersInBothThemes(page, path)));
        expect(await page.evaluate<number>("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(
          width,
        );
      }
      let shown = "";
      for (const overlay of overlaysOf(things)) {
        if (overlay.isWideOnly === true && width < 640) continue;
        // What a panel or another page left behind is gone with a new page; over one that is still there the next opens at once.
        if (shown !== overlay.path) {
          await page.goto(overlay.path);
          await page.waitForLoadState("networkidle");
        }
        await openOverlay(page, overlay);
        const [role] = overlay.opens;
        found.push(
          ...(await barriersInBothThemes(
            page,
            overlay.file,
            role === "complementary" ? "[data-panel]" : `[role=${role}]`,
          )),
        );
        shown =
          role === "complementary" || overlay.steps.some((step) => typeof step === "object" && "row" in step)
            ? ""
            : overlay.path;
        await page.keyboard.press("Escape");
        if (shown !== "") await opened(page, overlay).waitFor({ state: "detached" });
      }
      expect(found).toEqual([]);
    });

    test("the choice among many clients has none either", async () => {
      const [client] = await stack().query<{ agency_id: string }>("SELECT agency_id FROM clients");
      for (let number = 1; number <= 12; number += 1)
        await api.send("POST", "/api/clients", { agency_id: client?.agency_id, name: `Client ${number}` });
      const page = await open({ reducedMotion: "reduce" });
      await page.goto("/");
      await signIn(page, owner);
      await page.getByRole("button", { name: /All clients/ }).click();
      await page.getByRole("dialog", { name: "Client" }).waitFor();
      expect(await barriersInBothThemes(page, "the client picker", "[role=dialog]")).toEqual([]);
    });
  });
});
