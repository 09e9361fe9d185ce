/** An open page may cost so many D1 rows a minute. */
const mostRowsAMinute = 60;
const minuteMs = 60_000;
/** Of whoever asks: the session, the memberships, and each client that they reach. */
const rowsOfCaller = 8;

/** When home may be asked again, so that the page which does costs no more than it may. @param rows what an answer reads */
export const askAgainMs = (rows: number, clients: number): number =>
  Math.max(1, Math.ceil((rows + rowsOfCaller + clients) / mostRowsAMinute)) * minuteMs;
