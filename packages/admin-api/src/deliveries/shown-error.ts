/** An error that quotes the receiver's answer may hold contact details; what is ours (no status code) does not. */
export const shownError = (error: string | null, statusCode: number | null, masked: boolean): string | null =>
  error === null || !masked || statusCode === null ? error : `HTTP ${statusCode}`;
