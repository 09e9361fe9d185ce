import { withFaults } from "./faults.ts";

const message = "D1_ERROR: Network connection lost.";

interface Known {
  statement: D1PreparedStatement;
  sql: string;
}
const originals = new WeakMap<D1PreparedStatement, Known>();

/** A D1 database whose every round trip can be struck; faults match on its SQL. */
export function faultyDatabase(name: string, database: D1Database): D1Database {
  const wrap = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get(target, key) {
        if (key === "bind") return (...values: unknown[]) => wrap(target.bind(...values), sql);
        const method = Reflect.get(target, key) as unknown;
        if (typeof method !== "function") return method;
        return (...args: unknown[]) =>
          withFaults(name, sql, message, () => Reflect.apply(method, target, args) as Promise<unknown>);
      },
    });
    originals.set(proxy, { statement, sql });
    return proxy;
  };
  const batch = (statements: D1PreparedStatement[]) => {
    const known = statements.map((statement) => originals.get(statement) ?? { statement, sql: "" });
    const sql = known.map((each) => each.sql).join(";\n");
    return withFaults(name, sql, message, () => database.batch(known.map((each) => each.statement)));
  };
  return new Proxy(database, {
    get(target, key) {
      if (key === "prepare") return (sql: string) => wrap(target.prepare(sql), sql);
      if (key === "batch") return batch;
      if (key === "exec") return (sql: string) => withFaults(name, sql, message, () => target.exec(sql));
      const value = Reflect.get(target, key) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
