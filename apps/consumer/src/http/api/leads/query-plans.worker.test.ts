import { searchRanges, type SearchKey } from "@leadrelay/core/search/search-ranges";
import { formRegions } from "@leadrelay/db/forms/form-regions";
import { callingCodes } from "@leadrelay/db/leads/calling-codes";
import { messagesOfLetters } from "@leadrelay/db/dead-letters/messages-of-letters";
import { findLead } from "@leadrelay/db/leads/find-lead";
import { leadsByIds } from "@leadrelay/db/leads/leads-by-ids";
import {
  firstPlace,
  leadsDead,
  leadsDelivered,
  leadsUnsent,
  leadsUnconfirmed,
  leadsWaiting,
} from "@leadrelay/db/standing/leads-standing";
import { standsOfUndelivered } from "@leadrelay/db/standing/stands-of-undelivered";
import { relatedLeads } from "@leadrelay/db/leads/related-leads";
import type { Lead } from "@leadrelay/db/leads/lead";
import { countedLeads, countOn, movedLeads, uncountedLeads } from "@leadrelay/db/leads/count-leads";
import { leadsByName } from "@leadrelay/db/leads/leads-by-name";
import { leadsSeen, leadsSubmitted } from "@leadrelay/db/leads/leads-submitted";
import { leadsOfStage, newestLeads } from "@leadrelay/db/leads/newest-leads";
import { sessionsOfLead } from "@leadrelay/db/sessions/sessions-of-lead";
import { searchIdentities } from "@leadrelay/db/leads/search-identities";
import { countNames, searchNames } from "@leadrelay/db/leads/search-names";
import { insertNote, moveLead } from "@leadrelay/db/leads/write-activity";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { clientStages } from "@leadrelay/db/clients/client-stages";
import { clientsOfFormKeys } from "@leadrelay/db/forms/clients-of-form-keys";
import { openMessageLetters } from "@leadrelay/db/dead-letters/open-message-letters";
import { submissionOfDelivery } from "@leadrelay/db/submissions/submission-of-delivery";
import { lettersByIds } from "@leadrelay/db/dead-letters/letters-by-ids";
import { attemptsOfEvents } from "@leadrelay/db/deliveries/attempts-of-events";
import { activityOfLead } from "@leadrelay/db/leads/activity-of-lead";
import { deliveriesOfEvents } from "@leadrelay/db/deliveries/deliveries-of-events";
import { findEvents } from "@leadrelay/db/events/find-events";
import { findBlocked, newestBlocked } from "@leadrelay/db/submissions/blocked-submissions";
import { findSubmission } from "@leadrelay/db/submissions/find-submission";
import { newestSubmissions } from "@leadrelay/db/submissions/newest-submissions";
import { submissionsOfLead } from "@leadrelay/db/submissions/submissions-of-lead";
import { newestUnsent } from "@leadrelay/db/unsent/newest-unsent";
import { toldToNobody } from "@leadrelay/db/unsent/told-to-nobody";
import { startOfPeriod } from "@leadrelay/db/submissions/submitted-key";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { scannedTables } from "../../../../test/query-plans.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const scope: OperatorScope = {
  kind: "operator",
  clients: ["c", "d"].map((id) => ({ id, database: "DB", masked: false })),
  agencyIds: ["a"],
  isInstallation: true,
};
const after: SearchKey = [1, "c", 1, "a", ""];
const ranges = searchRanges(["a"], { clientIds: ["c"], live: [1, 0], highest: "", after });
const activity = {
  lead_id: 1,
  id: "i",
  client_id: "c",
  author_kind: "operator",
  author_id: "o",
  author_name: "n",
  text: "won",
  created_at: 1,
} as const;

const event = { client_id: "c", lead_id: 1, event_id: "e" };

const part = { since: 1, after: startOfPeriod(2), perClient: 10 };

const someLead: Lead = {
  id: 1,
  public_id: "l",
  client_id: "c",
  form_id: "f",
  project: null,
  project_key: "",
  contact_name: null,
  contact_email: "a@example.com",
  contact_phone: "+91-9",
  visitor_id: null,
  user_agent: null,
  status: "new",
  submission_count: 1,
  suspicion_score: 0,
  first_submitted_at: 1,
  last_submitted_at: 1,
  last_sent_at: null,
  crm_lead_id: null,
  is_test: false,
  first_attribution_json: null,
  latest_attribution_json: null,
  routed_json: null,
  engagement_score: null,
  session_id: null,
};

const standing = { after: firstPlace, without: ["dead", "held"] as const, perList: 10 };
const destinations = [{ id: "d", client_id: "c" }];

const statements: [string, Statement<unknown>][] = [
  ["newest leads", newestLeads(scope, ["c"], { after: ["x"], perClient: 10 })],
  ["oldest leads", newestLeads(scope, ["c"], { after: ["x"], perClient: 10, isAscending: true })],
  ["leads of a stage", leadsOfStage(scope, ["c"], { status: "won", after: ["x"], perClient: 10 })],
  ["leads by name", leadsByName(scope, ["c"], { live: [1, 0], after: ["a", 1, "c"], perList: 10 })],
  ["leads by when they were seen", leadsSeen(scope, ["c"], part)],
  ["leads that were moved", movedLeads(scope, "c")],
  ["leads that were counted", countedLeads(scope, "c")],
  ["leads that were not counted yet", uncountedLeads(scope, "c", 10)],
  ["counting on", countOn(scope, "c", "x")],
  ["leads of a period", leadsSubmitted(scope, ["c"], part)],
  ["leads that wait", leadsWaiting(scope, destinations, { ...standing, stand: "waiting" })],
  [
    "leads that were never confirmed",
    leadsUnconfirmed(scope, destinations, { ...standing, stand: "unconfirmed" }),
  ],
  ["leads that are held", leadsWaiting(scope, destinations, { ...standing, stand: "held" })],
  ["leads of what died", leadsDead(scope, ["c"], { ...standing, stand: "dead" })],
  ["leads of what was delivered", leadsDelivered(scope, ["c"], { ...standing, stand: "delivered" })],
  ["leads of what was not sent", leadsUnsent(scope, ["c"], standing)],
  ["where undelivered leads stand", standsOfUndelivered(scope, [{ id: 1, client_id: "c" }])],
  ["leads by their ids", leadsByIds(scope, [1])],
  ["the sessions of a lead", sessionsOfLead(scope, someLead)],
  ["a search by e-mail", searchIdentities(scope, "email", ranges, 10)],
  ["a search by name", searchNames(scope, ranges, ["b", "c"], 10)],
  ["how many have a name", countNames(scope, ["c"], "a", 10)],
  ["leads of other projects", relatedLeads(scope, someLead)],
  ["a lead", findLead(scope, ["c"], "l")],
  ["where leads' numbers are from", callingCodes(scope, ["c", "d"], 10)],
  ["messages of letters", messagesOfLetters(scope, ["x"])],
  ["where forms expect numbers from", formRegions(scope, ["c"], 10)],
  ["submissions", newestSubmissions(scope, ["c"], { ...part, withLeads: true })],
  ["a submission", findSubmission(scope, ["c"], "s")],
  ["a lead's submissions", submissionsOfLead(scope, { id: 1, client_id: "c" }, { before: 3, limit: 10 })],
  ["blocked submissions", newestBlocked(scope, ["c"], { since: 1, after: [2, ""], perClient: 10 })],
  ["a blocked submission", findBlocked(scope, ["c"], "s")],
  ["what nobody was told of", toldToNobody(scope, ["c"], { since: 1, perClient: 10 })],
  ["what was not sent", newestUnsent(scope, ["c"], { since: 1, after: [2, ""], perClient: 10 })],
  ["events", findEvents(scope, [event])],
  ["events' deliveries", deliveriesOfEvents(scope, [event], 10)],
  ["events' attempts", attemptsOfEvents(scope, [event], 10)],
  ["letters", lettersByIds(scope, ["x"])],
  ["what was done on a lead", activityOfLead(scope, { id: 1, client_id: "c" }, { before: "x", limit: 10 })],
  ["open letters about submissions", openMessageLetters(scope, ["c", null], 10)],
  ["a delivery's submission", submissionOfDelivery(scope, "d")],
  ["whose forms", clientsOfFormKeys(scope, ["k"])],
  ["clients' stages", clientStages(scope, ["c", "d"])],
  ["a note", insertNote(scope, activity)],
  ...moveLead(scope, activity).map((statement): [string, Statement<unknown>] => ["a step", statement]),
];

it.each(statements)("%s: no table is scanned", async (_what, { query: { sql } }) => {
  expect(await scannedTables(sql)).toEqual([]);
});
