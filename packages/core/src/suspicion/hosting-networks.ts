/**
 * Networks that sell servers and not connections (bgp.tools and the providers' own pages, 2026-11). Those of relays that phones use by
 * themselves, as iCloud's, are not among them: Cloudflare, Akamai, Fastly.
 */
export const hostingNetworks: ReadonlySet<number> = new Set([
  // Amazon, Microsoft, Google Cloud, Oracle, Alibaba, Tencent, IBM
  16_509, 14_618, 8_075, 396_982, 31_898, 45_102, 37_963, 132_203, 45_090, 36_351,
  // DigitalOcean, OVH, Hetzner, Akamai's Linode, Vultr, Scaleway, Contabo, IONOS, netcup, UpCloud
  14_061, 16_276, 24_940, 213_230, 63_949, 20_473, 12_876, 51_167, 8_560, 197_540, 202_053,
  // Leaseweb, M247, Datacamp, Psychz, ColoCrossing, Hostwinds, Hivelocity, G-Core, Clouvider, FranTech
  60_781, 28_753, 30_633, 9_009, 60_068, 212_238, 40_676, 36_352, 54_290, 29_802, 199_524, 62_240, 53_667,
]);
