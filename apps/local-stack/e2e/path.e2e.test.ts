import { expect, test } from "vitest";
import { newPerson, type Person } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();

/** The names of docs/payload.md: existing Make scenarios map exactly these. */
const payloadNames =
  `first_name phone_mobile email email1 country_code project_name user_location lead_source source_team
  user_country user_city user_timezone user_region engagement_score engagement_label session_duration_seconds
  pages_visited return_visits suspicion_score suspicion_reasons time_to_submit form_submit_count visitor_id session_id
  vpn_suspected related_projects refered_by searched_keyword user_agent user_ip is_duplicate is_bot_lead test_lead
  dev_environment lead_public_id lead_submission_public_id lead_id lead_submission_id make_send_public_id callback_url`
    .split(/\s+/)
    .toSorted();

const fieldsOf = ({ name, email, phone }: Person) => ({
  name,
  email,
  phone,
  project: "Lakeside",
  source: "e2e",
});

function multipart(person: Person): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fieldsOf(person))) form.set(name, value);
  return form;
}

const bodies: Record<string, (person: Person) => { body: BodyInit; type?: string }> = {
  urlencoded: (person) => ({ body: new URLSearchParams(fieldsOf(person)) }),
  multipart: (person) => ({ body: multipart(person) }),
  "JSON in text/plain": (person) => ({ body: JSON.stringify(fieldsOf(person)), type: "text/plain" }),
  "a query string in text/plain": (person) => ({
    body: new URLSearchParams(fieldsOf(person)).toString(),
    type: "text/plain",
  }),
  JSON: (person) => ({ body: JSON.stringify(fieldsOf(person)), type: "application/json" }),
};

interface Row {
  submission_id: string;
  lead_id: string;
  submission_number: number;
  outcome: string;
  contact_phone: string;
  delivery_id: string;
  status: string;
  attempts: number;
  attempt_outcome: string;
  status_code: number;
}

const rowsOf = (email: string) =>
  stack().query<Row>(
    `SELECT s.public_id AS submission_id, l.public_id AS lead_id, s.submission_number, s.outcome, s.contact_phone,
        d.public_id AS delivery_id, d.status, d.attempts, a.outcome AS attempt_outcome, a.status_code
      FROM leads l JOIN lead_submissions s ON s.lead_id = l.id
      LEFT JOIN deliveries d ON d.lead_id = l.id
      LEFT JOIN delivery_attempts a ON a.lead_id = d.lead_id AND a.event_id = d.event_id AND a.destination_id = d.destination_id
      WHERE l.contact_email = ?`,
    email,
  );

test.each(Object.entries(bodies))(
  "a post as %s becomes a stored and delivered lead",
  async (kind, bodyOf) => {
    const person = newPerson();
    const { body, type } = bodyOf(person);
    const answer = await stack().post(body, {
      "cf-connecting-ip": person.ip,
      ...(type === undefined ? {} : { "content-type": type }),
    });
    if (kind === "JSON") {
      expect(answer.status).toBe(202);
      expect(await answer.json()).toMatchObject({ status: "accepted", submission_id: expect.any(String) });
    } else {
      expect(answer.status).toBe(301);
      expect(answer.headers.get("location")).toBe(`${stack().receiverUrl}/thank-you`);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }

    await expect
      .poll(async () => (await rowsOf(person.email))[0]?.status, { timeout: 10_000 })
      .toBe("delivered");
    const rows = await rowsOf(person.email);
    expect(rows).toHaveLength(1);
    const [row] = rows as [Row];
    expect(row).toMatchObject({
      submission_number: 1,
      outcome: "new_lead",
      contact_phone: `+91-${person.phone}`,
      attempts: 1,
      attempt_outcome: "delivered",
      status_code: 200,
    });

    const [delivery, ...others] = await stack().receiver.received();
    expect(others).toEqual([]);
    expect(Object.keys(delivery?.body as object).toSorted()).toEqual(payloadNames);
    expect(delivery?.body).toMatchObject({
      first_name: person.name,
      email: person.email,
      phone_mobile: `+91-${person.phone}`,
      project_name: "Lakeside",
      lead_source: "e2e",
      user_country: "IN",
      user_ip: person.ip,
      dev_environment: "yes",
      is_duplicate: "no",
      lead_public_id: row.lead_id,
      lead_submission_public_id: row.submission_id,
      make_send_public_id: row.delivery_id,
      callback_url: expect.stringContaining(`/callbacks/make/${row.delivery_id}?token=`) as string,
    });
  },
);

test("a caller without CF-Connecting-IP has the socket's address", async () => {
  const person = newPerson();
  await stack().post(new URLSearchParams(fieldsOf(person)));
  await expect.poll(() => stack().receiver.received(), { timeout: 10_000 }).toHaveLength(1);
  const [delivery] = await stack().receiver.received();
  expect(delivery?.body).toMatchObject({ email: person.email, user_ip: "127.0.0.1" });
});
