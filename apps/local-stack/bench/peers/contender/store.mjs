// The contender's tables: one lead for each e-mail address, and every submission.
const tables = `
  CREATE TABLE IF NOT EXISTS leads (
    id bigserial PRIMARY KEY, email text NOT NULL UNIQUE, name text NOT NULL, phone text, project text,
    created_at timestamptz NOT NULL DEFAULT now(), last_seen_at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE IF NOT EXISTS submissions (
    id uuid PRIMARY KEY, lead_id bigint NOT NULL REFERENCES leads, body jsonb NOT NULL, is_new boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now());`;

/** Makes the tables as soon as the server answers. */
export async function prepare(pool) {
  for (const deadline = Date.now() + 30_000; ;) {
    try {
      await pool.query(tables);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Stores a submission; safe to run twice for one job, because the submission's row remembers whether it made the lead. */
export async function store(pool, submission) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { name, email, phone, project } = submission;
    const lead = await client.query(
      `INSERT INTO leads (email, name, phone, project) VALUES ($1, $2, $3, $4)
       ON CONFLICT (email) DO UPDATE SET last_seen_at = now() RETURNING id, (xmax = 0) AS is_new`,
      [email, name, phone, project],
    );
    const { id, is_new } = lead.rows[0];
    const stored = await client.query(
      `INSERT INTO submissions (id, lead_id, body, is_new) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET id = excluded.id RETURNING is_new`,
      [submission.id, id, submission, is_new],
    );
    await client.query("COMMIT");
    return { id, isNew: stored.rows[0].is_new };
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
