/** D1 that adds to `spent.rows` what its batches read, as D1 bills it. */
export const countedD1 = (d1: D1Database, spent: { rows: number }): D1Database =>
  new Proxy(d1, {
    get: (target, key) => {
      if (key === "batch")
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements);
          for (const { meta } of results) spent.rows += meta.rows_read;
          return results;
        };
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
