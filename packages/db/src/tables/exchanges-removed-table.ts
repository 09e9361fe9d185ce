/** One row: up to when, by the time of their deliveries (ms UTC), exchanges of tries are removed. */
export interface ExchangesRemovedTable {
  id: 1;
  until: number;
}
