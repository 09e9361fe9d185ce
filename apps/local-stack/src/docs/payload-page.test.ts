import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import { attributionNames } from "@leadrelay/contracts/attribution";
import { expect, it } from "vitest";
import { documentedLeadBody } from "./documented-lead.ts";
import { codeBlocks, readDoc } from "./read-docs.ts";

/** Names existing Make scenarios map, in the order they are sent. */
const promisedNames = `
  first_name phone_mobile email email1 country_code
  project_name user_location lead_source source_team
  user_country user_city user_timezone user_region
  engagement_score engagement_label session_duration_seconds pages_visited return_visits
  suspicion_score suspicion_reasons time_to_submit form_submit_count
  visitor_id session_id vpn_suspected
  related_projects refered_by searched_keyword user_agent user_ip
  is_duplicate is_bot_lead test_lead dev_environment
  lead_public_id lead_submission_public_id lead_id lead_submission_id
  make_send_public_id callback_url`
  .trim()
  .split(/\s+/);

const page = readDoc("docs/payload.md");

it("docs/payload.md shows byte for byte what Make gets, indented", () => {
  const [sample] = codeBlocks(page, "json");
  expect(sample).toBe(`${JSON.stringify(JSON.parse(documentedLeadBody()), null, 2)}\n`);
});

it("every promised name is sent, in the promised order, and no other", () => {
  expect(Object.keys(JSON.parse(documentedLeadBody()) as object)).toEqual(promisedNames);
});

it("docs/payload.md explains every name once, in the order they are sent", () => {
  const explained = [...page.matchAll(/^\| (`[a-z0-9_`, ]+`) +\|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(explained).toEqual(promisedNames);
});

it("docs/payload.md names what a destination gets that is told how people came", () => {
  const section = page.slice(page.indexOf("## How the person came"));
  for (const name of attributionNames) expect(section).toContain(`\`${name}\``);
});

it("the payload other tests send is the documented one", () => {
  expect(JSON.parse(documentedLeadBody())).toMatchObject(samplePayload);
});
