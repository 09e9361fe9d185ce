import * as z from "zod/mini";
import type { Receiver } from "./receiver.ts";

const reached = z.array(z.object({ value: z.string(), primary: z.boolean() }));
const personBody = z.object({ name: z.string(), emails: reached, phones: reached });
const leadBody = z.looseObject({ title: z.string(), person_id: z.int(), origin_id: z.optional(z.string()) });
const noteBody = z.object({ content: z.string(), lead_id: z.string() });

/** A Pipedrive company: finds people exactly, makes two of one as readily as one, and leads of people whom it has. */
export class PipedriveReceiver implements Receiver {
  readonly people = new Map<number, z.output<typeof personBody>>();
  readonly leads = new Map<string, z.output<typeof leadBody>>();
  readonly notes: z.output<typeof noteBody>[] = [];
  /** What it says to the next requests instead; undefined: what it would say anyway. */
  readonly says: (Response | undefined)[] = [];

  async answer(request: Request): Promise<Response> {
    const said = this.says.shift();
    if (said !== undefined) return said;
    if (request.headers.get("x-api-token") !== "good") return this.#failure(401, "unauthorized access");
    const { pathname, searchParams } = new URL(request.url);
    if (`${request.method} ${pathname}` === "GET /api/v2/persons/search") return this.#search(searchParams);
    if (`${request.method} ${pathname}` === "GET /api/v1/leads") return this.#leadsOf(searchParams);
    const body: unknown = await request.json();
    if (pathname === "/api/v2/persons") return this.#makePerson(personBody.parse(body));
    if (pathname === "/api/v1/leads") return this.#makeLead(leadBody.parse(body));
    if (pathname !== "/api/v1/notes") return this.#failure(404, "no such endpoint");
    this.notes.push(noteBody.parse(body));
    return this.#success({ id: this.notes.length }, 201);
  }

  #search(asked: URLSearchParams): Response {
    const [term, by] = [asked.get("term") ?? "", asked.get("fields") === "email" ? "emails" : "phones"];
    if (term.length < 1 || asked.get("exact_match") !== "true") return this.#failure(400, "bad term");
    const items = [...this.people]
      .filter(([, person]) => person[by as "emails"].some(({ value }) => value === term))
      .map(([id, { name }]) => ({ result_score: 0.5, item: { id, type: "person", name } }));
    return this.#success({ items });
  }

  #leadsOf(asked: URLSearchParams): Response {
    const of = [...this.leads].filter(([, { person_id }]) => String(person_id) === asked.get("person_id"));
    return this.#success(of.map(([id, lead]) => ({ id, ...lead })));
  }

  #makePerson(person: z.output<typeof personBody>): Response {
    if (person.name === "") return this.#failure(400, "name is required");
    const id = 1_000 + this.people.size;
    this.people.set(id, person);
    return this.#success({ id, ...person }, 201);
  }

  #makeLead(lead: z.output<typeof leadBody>): Response {
    if (lead.title.length > 255) return this.#failure(400, "title is too long");
    if (!this.people.has(lead.person_id)) return this.#failure(404, `Person ${lead.person_id} not found.`);
    const id = `lead-${this.leads.size}`;
    this.leads.set(id, lead);
    return this.#success({ id, ...lead }, 201);
  }

  #success(data: unknown, status = 200): Response {
    return Response.json({ success: true, data }, { status });
  }

  #failure(status: number, error: string): Response {
    return Response.json({ success: false, error, error_info: "", data: null }, { status });
  }
}
