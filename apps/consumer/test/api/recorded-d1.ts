import { env } from "cloudflare:test";

/** D1 that remembers each statement prepared on it. */
export function recordedD1(): { d1: D1Database; asked: string[] } {
  const asked: string[] = [];
  const prepare = (sql: string) => {
    asked.push(sql);
    return env.DB.prepare(sql);
  };
  return { asked, d1: over({ prepare }) };
}

/** D1 that can be read, and refuses each write with this text. */
export function unchangingD1(text: string): D1Database {
  const fail = () => Promise.reject(new Error(`D1_ERROR: ${text}`));
  const bound = { all: fail, first: fail, run: fail, raw: fail } as object;
  const prepare = (sql: string) =>
    /^\s*(insert|update|delete)/i.test(sql) ? { ...bound, bind: () => bound } : env.DB.prepare(sql);
  const batch = (statements: D1PreparedStatement[]) =>
    statements.some((statement) => statement === bound) ? fail() : env.DB.batch(statements);
  return over({ prepare, batch });
}

/** D1 that is away for the statements that name this, and for all of them when nothing is named; it fails with `text`. */
export function absentD1(about = "", text = "D1_ERROR: Network connection lost."): D1Database {
  const fail = () => Promise.reject(new Error(text));
  const bound = { all: fail, first: fail, run: fail, raw: fail } as object;
  const prepare = (sql: string) =>
    sql.includes(about) ? { ...bound, bind: () => bound } : env.DB.prepare(sql);
  const batch = (statements: D1PreparedStatement[]) =>
    statements.some((statement) => statement === bound) ? fail() : env.DB.batch(statements);
  return over({ prepare, batch });
}

const over = (methods: Record<string, unknown>): D1Database =>
  new Proxy(env.DB, {
    get(target, key) {
      if (typeof key === "string" && key in methods) return methods[key];
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
