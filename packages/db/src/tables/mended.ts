/** Beside a count of deliveries that arrived: how many had died before. */
export interface Mended {
  mended: number;
}
