import { isPublicAddress } from "./is-public-address.ts";

/** Reserved zones: IANA's special-use names (RFC 6761, 6762, 7686, 8375, 9476) and ICANN's .internal. */
const reserved = "alt arpa example internal invalid local localdomain localhost onion test".split(" ");

/** Zones that the public internet's root does not have, and that offices, routers and clusters give out themselves. */
const givenOutInside =
  `belkin bit cluster consul corp dhcp dlink docker dom domain exit gateway gnu home i2p intra intranet k8s
  kube lan loc localdomain4 localdomain6 localhost4 localhost6 lokal mail modem node nomad pod priv private router
  server svc vpn workgroup zkey`.split(/\s+/);

/** Public names that lead inside, to this machine, or to whatever address they spell. */
const leadingInside =
  `1u.ms 42foo.com backname.io ddev.site docksal.site fritz.box fuf.me ip6.name ipq.co lacolhost.com lcl.host lndo.site local.gd
  local-ip.co local-ip.sh local-ip.medicmobile.org localdev.me localho.st localhost.direct localtest.me lvh.me metadata.goog nip.io plex.direct rbndr.us
  rebind.it rebind.network smackaho.st spoofed.burpcollaborator.net sslip.io traefik.me vcap.me xip.io xip.name yoogle.com`.split(
    /\s+/,
  );

const refusedZones = new Set([...reserved, ...leadingInside]);
/** A bare `intranet` lacks its dot, which says more. */
const refusedAbove = new Set(givenOutInside);

/** Four numbers in a row, as `10.0.0.1.any.name` and `10-0-0-1.any.name` have them; each place is looked at, overlapping ones too. */
const spelledAddress = /(?<!\d)(?=(\d{1,3})[.-](\d{1,3})[.-](\d{1,3})[.-](\d{1,3})(?!\d))/g;

/**
 * True for a name that is not of the public internet, that is known to lead inside, or that spells a private address.
 * @param host As `new URL()` has it, without the dot at its end.
 */
export const isRefusedName = (host: string): boolean =>
  zonesOf(host).some((zone) => refusedZones.has(zone) || (zone !== host && refusedAbove.has(zone))) ||
  spellsPrivate(host);

/** A name and all that it lies in: `a.b.c`, `b.c`, `c`. */
function zonesOf(host: string): string[] {
  const labels = host.split(".");
  return labels.map((_label, index) => labels.slice(index).join("."));
}

const spellsPrivate = (host: string): boolean =>
  [...host.matchAll(spelledAddress)].some(([, ...parts]) => {
    const numbers = parts.map(Number);
    return numbers.every((number) => number < 256) && !isPublicAddress(numbers.join("."));
  });
