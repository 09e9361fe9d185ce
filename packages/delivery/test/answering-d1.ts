/** A database that answers each batch in turn with these rows, statement by statement; beyond them with none. Counts the calls. */
export function answeringD1(...batches: Record<string, unknown>[][][]) {
  const asked = { calls: 0 };
  const d1 = {
    prepare: (sql: string) => ({ bind: () => ({ sql }) }),
    batch: async (statements: readonly unknown[]) => {
      const rows = batches[asked.calls] ?? [];
      asked.calls += 1;
      return statements.map((_, index) => ({ results: rows[index] ?? [], meta: {} }));
    },
  } as unknown as D1Database;
  return { d1, asked };
}
