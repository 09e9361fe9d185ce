import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
} from "kysely";
import type { Tables } from "./tables/tables.ts";

/** Compiles only: everything runs through `runBatch` and `runOne`, because D1's `batch()` is its one transaction. */
export const queries = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A compiled statement and how to read what it returns. */
export interface Statement<Result> {
  query: CompiledQuery;
  /** @param databaseBytes how large the database is by then */
  read(rows: readonly unknown[], changes: number, databaseBytes: number): Result;
}

/** A statement whose rows are mapped one by one. */
export const rowsOf = <Row, Result>(
  query: CompiledQuery<Row>,
  map: (row: Row) => Result,
): Statement<Result[]> => ({
  query,
  read: (rows) => rows.map((row) => map(row as Row)),
});

/** The same statement, its result turned into another. */
export const mapResult = <Result, Other>(
  statement: Statement<Result>,
  map: (result: Result) => Other,
): Statement<Other> => ({
  query: statement.query,
  read: (...read) => map(statement.read(...read)),
});

/** A write; its result is the number of rows it changed. */
export const write = (query: CompiledQuery): Statement<number> => ({
  query,
  read: (_rows, changes) => changes,
});
