import { expect, it } from "vitest";
import { keyEnv } from "../../../test/fake-installation.ts";
import { json, problem, run } from "../../../test/outside-in-memory.ts";

const env = { ...keyEnv, LEADRELAY_INTAKE_URL: "https://leads.example.com" };
const form = { id: "form_1", form_key: "frm_site", name: "Site", client_id: "cli_1", deleted_at: null };
const server = ({ url, method }: Request) => {
  const { pathname } = new URL(url);
  if (pathname === "/api/forms") return json({ items: [form], next_cursor: null });
  if (pathname === "/api/forms/form_1") return json(form);
  if (pathname.startsWith("/api/forms/")) return problem(404, "not-found", "There is no such form.");
  if (pathname === "/api/replays") return problem(409, "conflict", "Not now.");
  if (method === "POST") return json({ submission_id: "01a1" }, { status: 202 });
  return json({ items: [], next_cursor: null });
};
const lastAsked = async (...args: string[]) => {
  const { sent } = await run(args, { env, server });
  return new URL(sent.at(-1)?.request.url ?? "");
};

it.each(["submission", "lead", "delivery", "event"])(
  "%s list takes a form's key or name for its id",
  async (noun) => {
    const asked = async (given: string) => (await lastAsked(noun, "list", "--form", given)).searchParams;
    expect((await asked("frm_site")).get("form_id")).toBe("form_1");
    expect((await asked("form_1")).get("form_id")).toBe("form_1");
    expect((await asked("site")).get("form_id")).toBe("form_1");
  },
);

it("a replay takes keys too", async () => {
  const { sent } = await run(["queue", "replay", "--form", "frm_site", "--form", "form_2"], { env, server });
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toMatchObject({ filter: { form_ids: ["form_1", "form_2"] } });
});

it.each([
  ["form_1", "/f/frm_site"],
  ["frm_site", "/f/frm_site"],
  ["Site", "/f/frm_site"],
  ["form_site", "/f/form_site"],
  ["site-2", "/f/site-2"],
])("send to %s posts to %s", async (given, path) => {
  expect((await lastAsked("send", "--form", given, "--no-follow")).pathname).toBe(path);
});
