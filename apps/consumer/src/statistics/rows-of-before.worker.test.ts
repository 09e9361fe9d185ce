import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { rows } from "../../test/tenant.ts";

const isEarlier = ({ name }: { name: string }) => name < "0004";
const names = [
  "Anna SMITH",
  null,
  "",
  '  Dr. "Bob"\tO\'Brien ',
  "Maria del Carmen Lopez Garcia",
  "a\\b \u0007 c",
  "MÜLLER",
  "Anna Anna",
  "x".repeat(100),
];

beforeAll(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS.filter(isEarlier));
  await env.DB.batch([
    ...names.map((name, index) =>
      env.DB.prepare(
        `INSERT INTO leads (id, public_id, client_id, form_id, project_key, contact_name, is_test, submission_count,
           first_submitted_at, last_submitted_at) VALUES (?1, ?1, 'c', 'f', '', ?2, ?1 = 8, 1, 1, 1)`,
      ).bind(index + 1, name),
    ),
    ...["open", "open", "discarded"].map((state, index) =>
      env.DB.prepare(
        `INSERT INTO dead_letters (id, kind, cause, state, attempts, first_failed_at, last_failed_at, created_at)
         VALUES (?1, 'poison', 'constraint', ?2, 1, ?1, ?1 + 10, 1)`,
      ).bind(index, state),
    ),
  ]);
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

it("leads of before are found by the words of their names", async () => {
  const found = await rows<{ words: string }>(
    `SELECT lead_id, is_test, group_concat(word, ' ') AS words FROM (SELECT * FROM lead_name_words ORDER BY word)
     GROUP BY lead_id, is_test ORDER BY lead_id`,
  );
  expect(found).toEqual([
    { lead_id: 1, is_test: 0, words: "anna smith" },
    { lead_id: 4, is_test: 0, words: "bob dr o'brien" },
    { lead_id: 5, is_test: 0, words: "del garcia maria" },
    { lead_id: 6, is_test: 0, words: "\u0007 a\\b c" },
    // Only the letters of ASCII are folded there.
    { lead_id: 7, is_test: 0, words: "mÜller" },
    { lead_id: 8, is_test: 1, words: "anna" },
    { lead_id: 9, is_test: 0, words: "x".repeat(64) },
  ]);
});

it("letters of before stand in groups, and leave them as others do", async () => {
  const groups = () =>
    rows(
      "SELECT client_id, cause, open_count, total, first_failed_at, last_failed_at FROM dead_letter_groups",
    );
  const group = { client_id: "", cause: "constraint", total: 3, first_failed_at: 0, last_failed_at: 12 };
  const open = () => rows("SELECT client_id, kind, open_count FROM open_letter_counts");
  expect(await groups()).toEqual([{ ...group, open_count: 2 }]);
  expect(await open()).toEqual([{ client_id: "", kind: "poison", open_count: 2 }]);
  await env.DB.prepare("UPDATE dead_letters SET state = 'replayed'").run();
  expect(await groups()).toEqual([{ ...group, open_count: 0 }]);
  expect(await open()).toEqual([{ client_id: "", kind: "poison", open_count: 0 }]);
});
