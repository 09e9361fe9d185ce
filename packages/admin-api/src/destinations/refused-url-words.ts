import type { RefusedUrl } from "@leadrelay/delivery/guarded-fetch/check-url";

/** Why an address is not taken, behind its name. */
export const refusedUrlWords: Record<RefusedUrl | "nowhere", string> = {
  not_a_url: "is not an address such as https://hook.example.com/abc",
  scheme: "should begin with https://",
  port: "should name no port: only 443 is called",
  userinfo: "should hold no user name or password",
  private_address: "is, or leads to, a private address: only the public internet is called",
  ip_literal: "should name a host, not an IP address",
  no_dot: "should name a whole host, such as hook.example.com",
  refused_name: "names a host that is not on the public internet, or may lead elsewhere",
  own_host: "is this installation's own address",
  own_form: "is the address of a form of LeadRelay: leads sent there would come back as new ones",
  nowhere: "names a host of which public DNS knows no address: look whether it is spelled right",
};
