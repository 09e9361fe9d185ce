import * as z from "zod/mini";
import type { Receiver } from "./receiver.ts";

const names = "locationId firstName lastName email phone city state country source customFields tags".split(
  " ",
);
const body = z.record(z.string(), z.unknown());

interface Contact extends Record<string, unknown> {
  tags: string[];
}

/** Contacts of a sub-account of HighLevel that allows no duplicates: upserting finds by e-mail address alone, and tags replace. */
export class GohighlevelReceiver implements Receiver {
  readonly contacts = new Map<string, Contact>();
  /** What it says to the next requests instead. */
  readonly says: Response[] = [];

  async answer(request: Request): Promise<Response> {
    const said = this.says.shift();
    if (said !== undefined) return said;
    if (request.headers.get("authorization") !== "Bearer pit-good") return problem(401, "Invalid JWT");
    if (request.headers.get("version") !== "2021-07-28") return problem(401, "version header was not found.");
    const given = body.parse(await request.json());
    const unknown = Object.keys(given).find((name) => !names.includes(name));
    if (unknown !== undefined) return problem(422, `property ${unknown} should not exist`);
    const [, id = "", tags] = /^\/contacts\/(\w+)(\/tags)?$/.exec(new URL(request.url).pathname) ?? [];
    if (id === "upsert") return this.#upsert(given);
    const had = this.contacts.get(id);
    if (had === undefined) return problem(400, "Contact not found");
    if (tags !== undefined) {
      had.tags = [...new Set([...had.tags, ...z.array(z.string()).parse(given["tags"])])];
      return Response.json({ tags: had.tags }, { status: 201 });
    }
    if ("locationId" in given) return problem(422, "property locationId should not exist");
    Object.assign(had, given);
    return Response.json({ succeded: true, contact: { id } });
  }

  #upsert({ tags, ...given }: Record<string, unknown>): Response {
    if (given["locationId"] !== "ve9EPM428h8vShlRW1KT")
      return problem(403, "The token does not have access to this location.");
    const all = [...this.contacts];
    const [own] = all.find(([, { email }]) => email === given["email"]) ?? [];
    const [other] = all.find(([, { phone }]) => phone === given["phone"]) ?? [];
    if (own === undefined && other !== undefined)
      return Response.json(
        {
          statusCode: 400,
          message: "This location does not allow duplicated contacts.",
          meta: { contactId: other, matchingField: "phone" },
        },
        { status: 400 },
      );
    const id = own ?? `contact${this.contacts.size + 1}`;
    const replaced = Array.isArray(tags) ? tags.map(String) : undefined;
    const had = this.contacts.get(id);
    this.contacts.set(id, { ...had, ...given, tags: replaced ?? had?.tags ?? [] });
    return Response.json(
      { new: had === undefined, contact: { id } },
      { status: had === undefined ? 201 : 200 },
    );
  }
}

const problem = (statusCode: number, message: string) =>
  Response.json({ statusCode, message }, { status: statusCode });
