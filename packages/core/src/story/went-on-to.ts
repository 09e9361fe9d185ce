const wentOn = /; the lead went on to (.+)$/;

/** Who got a lead that left a member of a route, by what was written at the delivery it left; undefined: it went on to nobody. */
export const wentOnTo = (lastError: string | null): string | undefined => wentOn.exec(lastError ?? "")?.[1];
