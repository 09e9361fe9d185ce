import type { RefusedUrl } from "../src/guarded-fetch/check-url.ts";

/** A deployment whose own hosts are known. */
export const strictRules = { allowPrivate: false, ownHosts: ["leads.agency.example", "in.agency.com"] };

/** Addresses that are refused wherever they are given, and why. */
export const hostileUrls: [RefusedUrl, string][] = [
  ["not_a_url", ""],
  ["not_a_url", "hook.eu1.make.com/abc"],
  ["not_a_url", "https://"],
  ["not_a_url", "https://exa mple.com/"],
  ["not_a_url", "https://example.com:99999/"],
  ["not_a_url", "https://[::1/"],
  ["not_a_url", "https://256.256.256.256/"],
  ["scheme", "http://example.com/"],
  ["scheme", "ftp://example.com/"],
  ["scheme", "file:///etc/passwd"],
  ["scheme", "javascript:alert(1)"],
  ["scheme", "data:text/plain,hello"],
  ["scheme", "ws://example.com/"],
  ["scheme", "gopher://example.com/"],
  ["scheme", "blob:https://example.com/1"],
  ["port", "https://example.com:8443/"],
  ["port", "https://example.com:80/"],
  ["port", "https://example.com:22/"],
  ["port", "https://example.com:0/"],
  ["userinfo", "https://user@example.com/"],
  ["userinfo", "https://user:password@example.com/"],
  ["userinfo", "https://:password@example.com/"],
  ["userinfo", "https://example.com@127.0.0.1/"],
  ["private_address", "https://127.0.0.1/"],
  ["private_address", "https://127.1/"],
  ["private_address", "https://2130706433/"],
  ["private_address", "https://0x7f000001/"],
  ["private_address", "https://0x7f.0.0.1/"],
  ["private_address", "https://017700000001/"],
  ["private_address", "https://0177.0.0.1/"],
  ["private_address", "https://127.0.0.1./"],
  ["private_address", "https://１２７.０.０.１/"],
  ["private_address", "https://127。0。0。1/"],
  ["private_address", "https://12\t7.0.0.1/"],
  ["private_address", "https://0.0.0.0/"],
  ["private_address", "https://0/"],
  ["private_address", "https://10.0.0.1/"],
  ["private_address", "https://100.64.0.1/"],
  ["private_address", "https://169.254.169.254/latest/meta-data/"],
  ["private_address", "https://172.16.0.1/"],
  ["private_address", "https://172.31.255.255/"],
  ["private_address", "https://192.0.0.8/"],
  ["private_address", "https://192.0.2.1/"],
  ["private_address", "https://192.88.99.1/"],
  ["private_address", "https://192.168.1.1/"],
  ["private_address", "https://198.18.0.1/"],
  ["private_address", "https://224.0.0.1/"],
  ["private_address", "https://240.0.0.1/"],
  ["private_address", "https://255.255.255.255/"],
  ["private_address", "https://[::]/"],
  ["private_address", "https://[::1]/"],
  ["private_address", "https://[::ffff:127.0.0.1]/"],
  ["private_address", "https://[::ffff:7f00:1]/"],
  ["private_address", "https://[::127.0.0.1]/"],
  ["private_address", "https://[::ffff:0:127.0.0.1]/"],
  ["private_address", "https://[64:ff9b::127.0.0.1]/"],
  ["private_address", "https://[64:ff9b:1::1]/"],
  ["private_address", "https://[2002:7f00:1::]/"],
  ["private_address", "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/"],
  ["private_address", "https://[100::1]/"],
  ["private_address", "https://[2001:db8::1]/"],
  ["private_address", "https://[3fff::1]/"],
  ["private_address", "https://[5f00::1]/"],
  ["private_address", "https://[fc00::1]/"],
  ["private_address", "https://[fd12:3456:789a::1]/"],
  ["private_address", "https://[fe80::1]/"],
  ["private_address", "https://[fec0::1]/"],
  ["private_address", "https://[ff02::1]/"],
  ["private_address", "https://[4000::1]/"],
  ["ip_literal", "https://8.8.8.8/"],
  ["ip_literal", "https://134744072/"],
  ["ip_literal", "https://[2606:4700:4700::1111]/"],
  ["no_dot", "https://intranet/"],
  ["no_dot", "https://intranet./"],
  ["refused_name", "https://localhost/"],
  ["refused_name", "https://localhost./"],
  ["refused_name", "https://localhost../"],
  ["refused_name", "https://metadata.google.internal../"],
  ["private_address", "https://127.0.0.1../"],
  ["refused_name", "https://LOCALHOST/"],
  ["refused_name", "https://app.localhost/"],
  ["refused_name", "https://localhost.localdomain/"],
  ["refused_name", "https://printer.local/"],
  ["refused_name", "https://metadata.google.internal/"],
  ["refused_name", "https://metadata.google.internal./"],
  ["refused_name", "https://router.home.arpa/"],
  ["refused_name", "https://127.0.0.1.nip.io/"],
  ["refused_name", "https://10-0-0-1.sslip.io/"],
  ["refused_name", "https://localtest.me/"],
  ["refused_name", "https://anything.localtest.me/"],
  ["refused_name", "https://make-1.2.3.4-rebind-127.0.0.1-rr.1u.ms/"],
  ...`db.svc kubernetes.default.svc nas.lan router.home dc.corp wiki.intranet a.test hook.example a.invalid abc.onion
    1.0.0.127.in-addr.arpa 1.ip6.arpa web.service.consul mail.mail printer.private db.cluster web.docker a.workgroup
    app.ddev.site a.docksal.site a.lcl.host app.lndo.site local.gd a.local.gd a.localdomain6 b.localhost4
    lvh.me a.lvh.me vcap.me a.traefik.me 7f000001.c0a80001.rbndr.us 10.0.0.1.xip.io a.fritz.box metadata.goog
    127.0.0.1.wild.example.com 10-0-0-1.wild.example.com app-192-168-1-7.example.com x9.10.0.0.1.example.com
    1.2.10.0.0.1.example.com a..example.com example.com.. .example.com`
    .split(/\s+/)
    .map((host): [RefusedUrl, string] => ["refused_name", `https://${host}/`]),
  ["refused_name", "https://NAS.LAN./"],
  ["refused_name", `https://${"a".repeat(64)}.example.com/`],
  ["refused_name", `https://${"a.".repeat(122)}example.com/`],
  ...`api.svc.cluster.local node.dc1.consul db.service.dc1.consul vault.nomad kubernetes.default.svc.k8s web.kube
    gitlab.corp vpn.office.corp mail.home tv.home nas.intra wiki.intranet wiki.company.intranet host.docker.internal
    gateway.docker.internal instance-data.ec2.internal ip-10-0-0-1.eu-west-1.compute.internal metadata.internal
    kube-apiserver.kube-system.svc printer.lan router.lan a.b.c.lan box.loc srv.lokal exchange.priv db.private
    ad.domain pc.workgroup modem.modem belkin.belkin dlink.dlink router.router switch.dhcp x.vpn
    a.localhost a.b.localhost localhost.localdomain db.localdomain cups.local _http._tcp.local
    hidden.onion abcdefghijklmnop.onion site.i2p zooko.gnu a.zkey x.exit x.bit name.alt
    example www.example a.b.example test.test www.test x.invalid a.b.invalid
    10.in-addr.arpa 1.0.0.10.in-addr.arpa 1.0.0.0.ip6.arpa home.arpa nas.home.arpa ipv4only.arpa resolver.arpa
    lvh.me app.lvh.me vcap.me a.b.vcap.me traefik.me 10-0-0-1.traefik.me www.rbndr.us 7f000001.a9fea9fe.rbndr.us
    127.0.0.1.xip.io xip.io 10.0.0.1.nip.io app.nip.io 0a000001.nip.io sslip.io --1.sslip.io 10-0-0-1.sslip.io
    localtest.me a.localtest.me fuf.me a.fuf.me lacolhost.com a.lacolhost.com localho.st smackaho.st yoogle.com 42foo.com
    127-0-0-1.local-ip.co 127-0-0-1.local-ip.sh x.localhost.direct localdev.me 10-0-0-1.abc.plex.direct a.backname.io
    rebind.network x.rebind.it spoofed.burpcollaborator.net 127.0.0.1.ip6.name metadata.goog fritz.box
    169.254.169.254.example.com 169-254-169-254.example.com a.192.168.0.1.example.com 100.64.0.1.example.com
    a-172-16-0-1-b.example.com 0.0.0.0.example.com 127-1-2-3.example.com`
    .split(/\s+/)
    .map((host): [RefusedUrl, string] => ["refused_name", `https://${host}/hook`]),
  ...`https://.com/ https://a..com/ https://a.com../ https://..example.com/ https://example..com./`
    .split(" ")
    .map((url): [RefusedUrl, string] => ["refused_name", url]),
  ...`intranet consul kubernetes docker db redis metadata instance-data svc lan home corp router nas`
    .split(" ")
    .map((host): [RefusedUrl, string] => ["no_dot", `https://${host}/`]),
  ["own_host", "https://in.agency.com/"],
  ["own_host", "https://in.agency.com/f/frm_demo"],
  ["own_host", "https://in.agency.com/f/lakeside"],
  ["own_host", "https://IN.agency.com./f/lakeside"],
  ["own_host", "https://eu.in.agency.com/f/lakeside"],
  ["own_form", "https://intake.agency.com/f/frm_demo/"],
  ["own_form", "https://intake.agency.com/f//frm_demo"],
  ["own_form", "https://intake.agency.com/%66/frm_demo"],
  ["own_form", "https://intake.agency.com/x/../f/frm_demo"],
  ["own_form", "https://intake.agency.com/./f/./frm_demo"],
  ["own_form", "https://intake.agency.com\\f\\frm_demo"],
  ["own_form", "https://intake.agency.com/f/frm_demo"],
  ["own_form", "https://intake.agency.com/f/frm_demo/?x=1#y"],
  ["own_form", "https://intake.agency.com//f/%66rm_demo"],
  ["own_host", "https://leads.agency.example/f/frm_demo"],
  ["own_host", "https://LEADS.agency.example./"],
  ["own_host", "https://admin.leads.agency.example/"],
];

/** Addresses on the public internet. */
export const goodUrls: string[] = [
  "https://hook.eu1.make.com/abc123",
  "https://hook.eu1.make.com:443/abc123?x=1",
  "https://xn--bcher-kva.com/hook",
  "https://localhost.example.com/",
  "https://myinternal.com/",
  "https://agency.com/",
  "https://agency.com./",
  "https://svc.example.com/",
  "https://lan.com/",
  "https://mylvh.me/",
  "https://nip.io.example.com/",
  "https://ec2-54-12-3-4.compute.amazonaws.com/hook",
  "https://v1-2-3.example.com/",
  "https://formspree.io/f/xabcdefg",
  "https://hook.example.com/f/",
  "https://hook.example.com/f/frm_demo/more",
  "https://hook.example.com/x/f/frm_demo",
  `https://${"a".repeat(63)}.example.com/`,
  "https://hooks.zapier.com/hooks/catch/1/abc/",
  "https://n8n.agency.com/webhook/5f3c",
  "https://discord.com/api/webhooks/1/abc",
  "https://hooks.slack.com/services/T0/B0/x",
  "https://script.google.com/macros/s/abc/exec",
  "https://a_b.example.com/hook",
  "https://8-8-8-8.example.com/",
  "https://v999-1-1-1.example.com/",
  "https://2026-11-30-1.example.com/",
  "https://agency.com/f/contact",
  "https://home.com/",
  "https://corp.example.com/",
  "https://svc.com/",
  "https://localhostess.com/",
  "https://consul.io/",
  "https://hook.agency.host/leads",
  "https://xn--80ak6aa92e.com/",
  "https://bücher.com/hook",
];
