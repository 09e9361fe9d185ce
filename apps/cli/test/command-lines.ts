import type { operations } from "@leadrelay/client/schema.gen";

/** People's own, in a browser; `login` and `logout` have tests of their own. */
type SignIn =
  | `verify${"Code" | "BackupCode"}`
  | `${"enable" | "disable" | "get"}SecondFactor`
  | `end${"Session" | "Sessions" | "OtherSessions"}`
  | `${"list" | "get"}Session${"s" | ""}`
  | `sign${"In" | "Out"}`
  | `change${"Name" | "Password"}`
  | "renewBackupCodes";
type Operation = Exclude<keyof operations, SignIn>;
type Lines = readonly [string, ...string[]];

const page = "--limit 7 --cursor c";
const days = "--since 2026-11-01 --until 2026-11-02";

const formSettings = [
  "--allowed-hosts example.com --thank-you-url none --redirect-status 303 --honeypot log --bot-detection on --region IN",
  "--duplicate-window 5 --reengage-hours 1 --reengage-basis last_send --identity-guard off --map kontakt=email",
].join(" ");
const destinationSettings =
  "--stdin --events lead.created --environments production --tests on --confirm-within 15 --retry quick --timeout 900 --hold-after-refusals 20";
const filter = [
  `--status dead ${days} --client cli_1 --form form_1 --destination dst_1 --kind delivery --cause refused --code 400`,
  "--fingerprint f00d --per-second 5",
].join(" ");

/** The command lines by which each operation of the API is asked; together they give all that it takes. */
export const commandLines: Record<Operation, Lines> = {
  whoAmI: ["whoami"],
  getHealth: ["doctor"],
  getHome: ["today --client cli_1 --since today"],

  listAgencies: [`agency list ${page}`],
  getAgency: ["agency show agc_1"],
  createAgency: ["agency create --name Acme --owner asha@example.com"],
  changeAgency: ["agency change agc_1 --name Acme --hue 145 --logo none"],
  getBranding: ["agency look"],

  listClients: [`client list --deleted ${page}`],
  getClient: ["client show cli_1"],
  getCallbacks: ["client callbacks cli_1"],
  listUnmatchedCallbacks: [`client unmatched --client cli_1 ${page}`],
  rotateCallbacks: ["client rotate-callbacks cli_1 --overlap 7d"],
  createClient: ["client create --agency agc_1 --name Villas --time-zone Asia/Kolkata --phone-country IN"],
  changeClient: [
    "client change cli_1 --name Villas --time-zone Asia/Kolkata --phone-country none --stages New,Won --test-strings none --weights high_rate=0",
  ],
  deleteClient: ["client delete cli_1 --yes"],
  restoreClient: ["client restore cli_1"],

  listOperators: [`operator list --client cli_1 ${page}`],
  setOperatorRole: ["operator role opr_1 --role client_admin --client cli_1 --agency agc_1"],
  removeOperator: ["operator remove opr_1 --yes"],
  listInvitations: [`operator invitations ${page}`],
  createInvitation: ["operator invite asha@example.com --role client_admin --client cli_1 --agency agc_1"],
  revokeInvitation: ["operator uninvite inv_1"],
  acceptInvitation: ["operator accept https://relay.example.com/invitation#token=t --name Asha --stdin"],
  createPasswordReset: ["operator reset-password asha@example.com"],

  listAccessKeys: [`key list --client cli_1 ${page}`],
  getAccessKey: ["key show lrk_1"],
  createAccessKey: ["key create --name Sync --may leads:read --client cli_1 --agency agc_1 --expires 90d"],
  changeAccessKey: ["key change lrk_1 --name Sync --may leads:read --expires none"],
  revokeAccessKey: ["key revoke lrk_1 --yes"],
  rotateAccessKey: ["key rotate lrk_1 --overlap 24h --expires none"],

  listForms: [`form list --client cli_1 --deleted ${page}`],
  getForm: ["form show form_1"],
  createForm: [`form create --client cli_1 --name Site --key frm_site ${formSettings}`],
  changeForm: [
    `form change form_1 --name Site ${formSettings}`,
    "form change form_1 --map-only kontakt=email --yes",
    "form page form_1 --on --title Visit --intro Soon --field email=E-mail*:email --button Send --consent none --thanks Bye",
  ],
  deleteForm: ["form delete form_1 --yes"],
  restoreForm: ["form restore form_1"],
  listSourceKinds: ["source kinds signed"],
  listSources: [`source list --client cli_1 --deleted ${page}`],
  getSource: ["source show src_1"],
  createSource: ["source create --name Ads --kind signed --form form_1 --disabled"],
  changeSource: ["source change src_1 --name Ads --form form_1", "source pause src_1"],
  rotateSource: ["source rotate src_1 --overlap 7d"],
  deleteSource: ["source delete src_1 --yes"],
  listSeenFields: ["form fields form_1 --last 7"],
  previewMapping: ["form preview form_1 --map kontakt=email --last 7"],
  listFormActivity: ["form activity --client cli_1 --form form_1"],

  listDestinations: [`destination list --client cli_1 --deleted ${page}`],
  getDestination: ["destination show dst_1"],
  listDestinationStandings: ["destination health dst_1 --client cli_1"],
  listDestinationKinds: ["destination kinds make"],
  createDestination: [
    `destination create --client cli_1 --name Make --disabled ${destinationSettings} --cap 5/day --hours monday=09:00-18:00 --holidays 2026-12-25 --time-zone UTC --week-starts sunday --reasons late --within-days 7 --most-per-month 20 --pass-on on`,
  ],
  changeDestination: [
    `destination change dst_1 --name Make ${destinationSettings}`,
    "destination limits dst_1 --cap 50/day --hours monday=09:00-18:00 --holidays 2026-12-25 --time-zone UTC --week-starts sunday",
    "destination confirmation dst_1 --within-minutes 15",
    "destination returns dst_1 --reasons late --within-days 7 --most-per-month 20 --pass-on on --any",
    "destination enable dst_1",
    "destination disable dst_1",
  ],
  testDestination: ["destination test dst_1"],
  previewAnswers: ["destination answers dst_1"],
  getDestinationShape: ["shape show dst_1"],
  listLeadFields: ["shape fields dst_1"],
  putDestinationShape: [
    "shape set dst_1 --only country --field name=first_name --map a={{email}} --const b=1 --default name=x --alone",
    "shape set dst_1 --all-leads --as-usual",
  ],
  undoDestinationShape: ["shape undo dst_1 --to 2"],
  previewDestination: ["shape preview dst_1 --lead 01a1 --last 50 --only country --map a={{email}}"],
  rotateDestinationSecret: ["destination rotate-secret dst_1 --overlap 7d"],
  deleteDestination: ["destination delete dst_1 --yes"],

  listRoutes: [`route list --client cli_1 --deleted ${page}`],
  getRoute: ["route show rte_1"],
  createRoute: [
    "route create --client cli_1 --name Buyers --mode weighted --members dst_1=40 --when dst_1=x --overflow 30",
  ],
  changeRoute: [
    "route change rte_1 --name Buyers --mode weighted --members dst_1=40 --when dst_1=x --overflow none",
  ],
  deleteRoute: ["route delete rte_1 --yes"],
  previewRoute: ["route preview rte_1 --leads 5"],
  previewRouteDraft: [
    "route preview rte_1 --leads 5 --mode weighted --members dst_1=40 --when dst_1=country:is:IN",
  ],

  listBlockedIps: [`address blocked --client cli_1 ${page}`],
  blockIp: ["address block 203.0.113.0/24 --client cli_1 --reason spam --expires 90d"],
  previewBlockedIp: ["address block 203.0.113.0/24 --client cli_1 --preview"],
  unblockIp: ["address unblock 203.0.113.0/24 --client cli_1"],
  listAllowedIps: [`address allowed --client cli_1 ${page}`],
  allowIp: ["address allow 203.0.113.7 --client cli_1 --usage testing --note office --expires 90d"],
  disallowIp: ["address disallow 203.0.113.7 --client cli_1"],

  whereIsMyLead: ["lead find 019412f3-e2c5-7d1e-8bcd-0123456789ab"],
  askWhereIsMyLead: ["lead find asha@example.com"],
  listLeads: [
    `lead list --client cli_1 --form form_1 --project Lakeside --stage New --test ${days} ${page}`,
    "lead list --utm-source google --utm-medium cpc --utm-campaign launch --utm-term lake --utm-content a",
    "lead list --stands undelivered",
    "lead list --suspicion-from 40 --suspicion-to 70 --sort last_seen",
    "lead list --output ndjson",
  ],
  searchLeads: [
    "lead list asha --output ndjson",
    `lead list asha --client cli_1 --form form_1 --project Lakeside --stage New --test ${days} ${page}`,
    "lead list asha --utm-source google --utm-medium cpc --utm-campaign launch --utm-term lake --utm-content a",
    "lead list asha --stands undelivered",
    "lead list asha --suspicion-from 40 --suspicion-to 70 --sort last_seen",
    "lead list --name asha",
    "lead list --email asha@example.com",
    "lead list --phone 9876543210",
  ],
  getLead: ["lead show 01a1"],
  countLeadStages: ["lead stages cli_1"],
  listSavedViews: ["lead view list --client cli_1"],
  createSavedView: [
    "lead view save --name Won --client cli_1 --agency agc_1 --board --stands dead --stage Won --form form_1 --source google --campaign launch --tests none --band high --when 7d --sort oldest --columns contact,last",
  ],
  changeSavedView: [
    "lead view change viw_1 --for-me",
    "lead view change viw_1 --agency agc_1",
    "lead view change viw_1 --name Won --client cli_1 --board --stands dead --stage Won --form form_1 --source google --campaign launch --tests none --band high --when 7d --sort oldest --columns contact,last",
  ],
  deleteSavedView: ["lead view delete viw_1 --yes"],
  changeLead: ["lead move 01a1 Won"],
  addNote: ["lead note 01a1 Called"],
  planSplit: ["lead split 01a1 s2"],
  splitLead: ["lead split 01a1 s2 --apply --yes"],
  getLeadTimeline: ["lead show 01a1 --limit 7"],

  listSubmissions: [`submission list --client cli_1 --form form_1 --outcome duplicate ${days} ${page}`],
  getSubmission: ["submission show 01a2"],
  listBlockedSubmissions: [`submission list --blocked --client cli_1 --form form_1 ${days} ${page}`],
  getBlockedSubmission: ["submission show blocked"],
  listUnsent: [`unsent list --rule duplicate --client cli_1 --form form_1 ${days} ${page}`],
  getUnsent: ["unsent show 01a2"],
  listEvents: [`event list --client cli_1 --form form_1 --type lead.created ${days} ${page}`],
  listLeadEvents: [`event list --lead 01a1 ${page}`],
  listOutageSummaries: [`queue outages --client cli_1 ${page}`],

  listDeliveries: [
    `delivery list --client cli_1 --destination dst_1 --form form_1 --lead 01a1 --status dead --confirmation unconfirmed --code 4xx ${days} ${page}`,
  ],
  getDelivery: ["delivery show 6bbd --attempts-before 101"],
  retryDelivery: ["delivery retry 6bbd"],
  cancelDelivery: ["delivery cancel 6bbd --reason spam --yes"],
  listDeadLetters: [
    `dlq list --state open --kind delivery --cause refused --client cli_1 --destination dst_1 --fingerprint f00d ${days} ${page}`,
  ],
  getDeadLetter: ["dlq show dlt_1"],
  replayDeadLetter: ["dlq replay dlt_1"],
  discardDeadLetter: ["dlq discard dlt_1 --reason spam --yes"],
  countDeadLetters: ["dlq count --client cli_1"],
  discardDeadLetterGroup: ["dlq discard-like dlt_1 --reason spam --yes"],
  reopenDeadLetterGroup: ["dlq reopen-like dlt_1 --at 1700000000000"],
  listDeadLetterGroups: [`dlq causes --client cli_1 --destination dst_1 ${page}`],

  listReplays: [`queue replays ${page}`],
  planReplay: [
    `queue replay ${filter}`,
    `unsent release 01a2 --rule duplicate --client cli_1 --form form_1 --destination dst_1 ${days} --per-second 5`,
  ],
  getReplay: ["queue replay --plan rpl_1"],
  continuePlanning: ["queue replay --plan rpl_making"],
  applyReplay: ["queue replay --apply --yes --no-follow"],
  cancelReplay: ["queue cancel rpl_1"],
  getQueueStatus: ["queue status --client cli_1"],
  getStatistics: [`stats --by client --client cli_1 --form form_1 ${days}`],
  listAuditLog: [`audit list --client cli_1 --actor opr_1 --action form --reads ${days} ${page}`],
};

const inNoAddress = "Whom is searched for stands in no address: `searchLeads` takes it.";

/** What no command gives, by operation, and why. */
export const neverGiven: Readonly<Partial<Record<Operation, Readonly<Record<string, string>>>>> = {
  undoDestinationShape: {
    based_on: "a command shows nothing that somebody else could have changed meanwhile",
  },
  listLeads: { q: inNoAddress, name: inNoAddress, email: inNoAddress, phone: inNoAddress },
  changeSource: {
    settings: "The document's only kind has a secret and no other setting: source.test.ts gives one.",
  },
  getLeadTimeline: { cursor: "`lead show` follows the pages itself, as far as --limit says." },
};
