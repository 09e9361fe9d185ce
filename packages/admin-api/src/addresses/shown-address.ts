import { maskIp } from "@leadrelay/core/masking/mask-ip";
import { maskUrl } from "@leadrelay/core/masking/mask-url";
import type { AddressLists } from "@leadrelay/db/addresses/address-list";

type Blocked = AddressLists["blocked_ips"];
type Allowed = AddressLists["allowed_ips"];

/** An entry as it may be shown: masked, neither the address nor what people wrote of it. */
export const shownBlockedIp = (entry: Blocked, masked: boolean): Blocked =>
  masked
    ? {
        ...entry,
        cidr: maskIp(entry.cidr),
        reason: null,
        referrer: entry.referrer === null ? null : maskUrl(entry.referrer),
      }
    : entry;

export const shownAllowedIp = (entry: Allowed, masked: boolean): Allowed =>
  masked ? { ...entry, cidr: maskIp(entry.cidr), note: null } : entry;
