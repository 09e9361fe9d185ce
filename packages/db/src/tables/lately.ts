/** Columns of counters that are compared while a day is young: the last hour that has any, how many in it, how many in the one before. */
export interface Lately {
  hour: number;
  in_hour: number;
  hour_before: number;
}
