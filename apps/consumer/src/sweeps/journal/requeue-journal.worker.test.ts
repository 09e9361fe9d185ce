import type { Journal } from "@leadrelay/contracts/journal";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { failing } from "../../../test/failing.ts";
import { fakeQueue } from "../../../test/fake-queue.ts";
import { sampleSubmission } from "../../../test/sample-submission.ts";
import { seedClient } from "../../../test/seed-client.ts";
import { recordDeadLetters } from "../../dead-letters/record-dead-letters.ts";
import { submissionLetter, type SubmissionFailure } from "../../dead-letters/submission-letter.ts";
import { dependenciesOf, type Dependencies } from "../../dependencies.ts";
import { requeueJournal } from "./requeue-journal.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const dependencies = dependenciesOf(env);

/** A journal that holds these, all of them stale. */
function fakeJournal(...entries: SubmissionMessage[]) {
  const forgotten: string[] = [];
  const asked: number[] = [];
  const journal: Journal = {
    put: () => Promise.reject(new Error("the sweep writes no entry anew")),
    del: async (ids) => void forgotten.push(...ids),
    listStale: async (untouchedForMs) => {
      asked.push(untouchedForMs);
      return entries;
    },
  };
  return { journal, forgotten, asked };
}

async function sweep(entries: SubmissionMessage[], overrides: Partial<Dependencies> = {}) {
  const queue = fakeQueue<SubmissionMessage>();
  const { journal, forgotten, asked } = fakeJournal(...entries);
  const moved = await requeueJournal({ ...dependencies, leadsQueue: queue, journal, ...overrides });
  return { moved, forgotten, asked, sent: queue.sent };
}

const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();
const store = ({ submission_id, form }: SubmissionMessage, clientId = form?.client_id) =>
  run(
    `INSERT INTO lead_submissions (lead_id, submission_number, id, public_id, client_id, form_id, outcome, payload_json, decision_json,
       submitted_at) VALUES (abs(random()), 1, abs(random()), ?, ?, 'f', 'new_lead', '{}', '{}', 1)`,
    submission_id,
    clientId,
  );
const block = ({ submission_id, form }: SubmissionMessage) =>
  run(
    `INSERT INTO blocked_ip_leads (client_id, public_id, form_id, ip, matched_cidr, payload_json, submitted_at)
     VALUES (?, ?, 'f', '203.0.113.7', '203.0.113.7/32', '{}', 1)`,
    form?.client_id,
    submission_id,
  );
const bury = (message: SubmissionMessage, kind: SubmissionFailure["kind"]) =>
  recordDeadLetters(dependencies, [
    submissionLetter(message, { kind, cause: "failed", attempts: 1, failedAt: 1 }),
  ]);

describe("what the journal still holds after ten minutes", () => {
  it("goes back to the queue when it is nowhere", async () => {
    const message = sampleSubmission();
    expect(await sweep([message])).toEqual({ moved: 1, forgotten: [], asked: [600_000], sent: [message] });
  });

  it("is forgotten when it is stored, blocked or a dead letter", async () => {
    const [stored, blocked] = [sampleSubmission(), sampleSubmission()];
    await store(stored);
    await block(blocked);
    const all = [stored, blocked];
    for (const kind of ["poison", "unknown_form", "storage_unavailable", "spill"] as const) {
      const buried = sampleSubmission();
      await bury(buried, kind);
      all.push(buried);
    }
    const swept = await sweep(all);
    expect(swept.sent).toEqual([]);
    expect(swept.forgotten.sort()).toEqual(all.map(({ submission_id }) => submission_id).sort());
  });

  it("is under way again when its letter was replayed", async () => {
    const message = sampleSubmission();
    await bury(message, "poison");
    await run("UPDATE dead_letters SET state = 'replayed' WHERE submission_id = ?", message.submission_id);
    expect((await sweep([message])).sent).toEqual([message]);
  });

  it("is found by its form's key when the edge could not name the form", async () => {
    const { clientId, formKey } = await seedClient();
    const stored = sampleSubmission({ form: null, form_key: formKey });
    const lost = sampleSubmission({ form: null, form_key: formKey });
    const nowhere = sampleSubmission({ form: null, form_key: "frm_unknown" });
    await store(stored, clientId);
    const swept = await sweep([stored, lost, nowhere]);
    expect(swept.forgotten).toEqual([stored.submission_id]);
    expect(swept.sent).toEqual([lost, nowhere]);
  });

  it("is left alone while D1 cannot say", async () => {
    const down = { control: failing(env.DB, ["batch"]), leadDatabase: () => failing(env.DB, ["batch"]) };
    await expect(sweep([sampleSubmission()], down)).rejects.toThrow();
  });
});

it("without a journal, as in production, there is nothing to do", async () => {
  expect(await requeueJournal({ ...dependencies, journal: null })).toBe(0);
});
