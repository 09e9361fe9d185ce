/** How a command ends, for scripts. `partial`: some of it was done; `nothing`: nothing fits what was asked for. */
export const exitCodes = { ok: 0, error: 1, usage: 2, auth: 3, partial: 4, nothing: 5 } as const;
export type Ending = keyof typeof exitCodes;
export type ExitCode = (typeof exitCodes)[Ending];
