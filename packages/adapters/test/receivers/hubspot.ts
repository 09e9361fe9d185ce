import * as z from "zod/mini";
import type { Receiver } from "./receiver.ts";

const contact = z.object({ properties: z.record(z.string(), z.string()) });
const known = new Set(
  "email firstname lastname phone city state country message leadrelay_id enquired_project".split(" "),
);

/** Contacts at HubSpot: one of an e-mail address, and no property that nobody made. */
export class HubspotReceiver implements Receiver {
  readonly contacts = new Map<string, Record<string, string>>();
  /** What it says to the next requests instead, as when a limit is reached. */
  readonly says: Response[] = [];

  async answer(request: Request): Promise<Response> {
    const said = this.says.shift();
    if (said !== undefined) return said;
    if (request.headers.get("authorization") !== "Bearer pat-eu1-good")
      return this.#error(401, "INVALID_AUTHENTICATION", "Authentication credentials not found.");
    const [, id] =
      /^\/crm\/objects\/2026-09\/contacts(?:\/(\d+))?$/.exec(new URL(request.url).pathname) ?? [];
    const { properties } = contact.parse(await request.json());
    const unknown = Object.keys(properties).find((name) => !known.has(name));
    if (unknown !== undefined)
      return this.#error(
        400,
        "VALIDATION_ERROR",
        `Property values were not valid: "${unknown}" does not exist`,
      );
    if (request.method === "PATCH") return this.#update(id ?? "", properties);
    if (!properties["email"] && !properties["firstname"] && !properties["lastname"])
      return this.#error(400, "VALIDATION_ERROR", "one of email, firstname or lastname is needed");
    const had = [...this.contacts].find(
      ([, { email }]) => email !== undefined && email === properties["email"],
    );
    if (had !== undefined)
      return this.#error(409, "CONFLICT", `Contact already exists. Existing ID: ${had[0]}`);
    const made = String(51 + this.contacts.size);
    this.contacts.set(made, properties);
    return Response.json({ id: made, properties, archived: false }, { status: 201 });
  }

  #update(id: string, properties: Record<string, string>): Response {
    const had = this.contacts.get(id);
    if (had === undefined) return this.#error(404, "OBJECT_NOT_FOUND", "resource not found");
    this.contacts.set(id, { ...had, ...properties });
    return Response.json({ id, properties: this.contacts.get(id), archived: false });
  }

  #error(status: number, category: string, message: string): Response {
    return Response.json({ status: "error", message, correlationId: "c-1", category }, { status });
  }
}
