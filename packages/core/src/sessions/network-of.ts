import { identityIp } from "../ip-lists/identity-ip.ts";

/** An address as sessions are kept under it, an IPv6 one as its /64; '' where none is known. */
export const networkOf = (ip: string | null): string => (ip === null ? "" : (identityIp(ip) ?? ip));
