/** Names of the tz database: an offset such as +05:30 knows no summer, and letters such as IST mean several zones. */
const nameOfZone = /^(?:UTC|[A-Z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){1,2})$/;

/** Whether it is an IANA time zone, such as Asia/Kolkata, that this machine knows the clocks of. */
export function isTimeZone(name: string): boolean {
  if (!nameOfZone.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
