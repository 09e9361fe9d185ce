type Batch = () => Promise<D1Result[]>;

/** D1 whose batches pass through `watch`, which sees their SQL and may refuse before or lie after running them. */
export function watchedD1(
  d1: D1Database,
  watch: (sql: string, run: Batch) => Promise<D1Result[]>,
): D1Database {
  const texts = new WeakMap<D1PreparedStatement, string>();
  const prepare = (sql: string) => {
    const statement = d1.prepare(sql);
    const bind = (...values: unknown[]) => {
      const bound = statement.bind(...values);
      texts.set(bound, sql);
      return bound;
    };
    return { bind };
  };
  const batch = (statements: D1PreparedStatement[]) =>
    watch(statements.map((statement) => texts.get(statement)).join(";\n"), () => d1.batch(statements));
  return new Proxy(d1, {
    get: (target, key) => {
      if (key === "prepare") return prepare;
      if (key === "batch") return batch;
      return Reflect.get(target, key) as unknown;
    },
  });
}

/** The one statement every commit of a submission has. */
export const isCommit = (sql: string): boolean => sql.includes("INSERT INTO lead_submissions");
