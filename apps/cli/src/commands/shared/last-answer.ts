interface Answered {
  last_status_code: number | null;
  last_error: string | null;
}

/** The last answer in one text; an error that names the status itself is enough. */
export function lastAnswer({ last_status_code: status, last_error: error }: Answered): string {
  if (status === null || error?.startsWith(`HTTP ${status}`)) return error ?? "";
  return [status, error].filter((part) => part !== null).join(" ");
}
