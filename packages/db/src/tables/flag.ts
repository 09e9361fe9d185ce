/** 0 or 1 in SQLite; only row mappers turn it into a boolean. */
export type Flag = 0 | 1;
