/**
 * What a command of the command line needs to be done here, by its noun and verb: the permission of the operation it asks.
 * With a flag behind it, what that flag needs besides. Held against the API's document and the commands by a test of the command line.
 */
export const commandNeeds = {
  doctor: "leads:read",
  today: "leads:read",

  "agency list": "agency:manage",
  "agency show": "agency:manage",
  "agency create": "installation:manage",
  "agency change": "agency:manage",

  "client list": "config:read",
  "client show": "config:read",
  "client callbacks": "config:read",
  "client rotate-callbacks": "config:write",
  "client create": "agency:manage",
  "client change": "config:write",
  "client delete": "agency:manage",
  "client restore": "agency:manage",

  "operator list": "operators:manage",
  "operator role": "operators:manage",
  "operator remove": "operators:manage",
  "operator invitations": "operators:manage",
  "operator invite": "operators:manage",
  "operator uninvite": "operators:manage",
  "operator reset-password": "installation:manage",

  "key list": "keys:manage",
  "key show": "keys:manage",
  "key create": "keys:manage",
  "key change": "keys:manage",
  "key revoke": "keys:manage",
  "key rotate": "keys:manage",

  "form list": "config:read",
  "form show": "config:read",
  "form create": "config:write",
  "form change": "config:write",
  "form delete": "config:write",
  "form restore": "config:write",
  "form fields": "leads:read",
  "form preview": "config:write",
  "form activity": "leads:read",
  "form page": "config:read",
  "form page --title": "config:write",

  "client unmatched": "config:read",
  "destination list": "config:read",
  "destination show": "config:read",
  "destination health": "config:read",
  "destination create": "config:write",
  "destination change": "config:write",
  "destination enable": "config:write",
  "destination disable": "config:write",
  "destination limits": "config:write",
  "destination confirmation": "config:write",
  "destination returns": "config:write",
  "destination answers": "config:read",
  "destination test": "config:write",
  "destination rotate-secret": "config:write",
  "destination delete": "config:write",

  "source list": "config:read",
  "source show": "config:read",
  "source create": "config:write",
  "source change": "config:write",
  "source pause": "config:write",
  "source resume": "config:write",
  "source rotate": "config:write",
  "source delete": "config:write",

  "route list": "config:read",
  "route show": "config:read",
  "route preview": "leads:read",
  "route create": "config:write",
  "route change": "config:write",
  "route delete": "config:write",
  "shape show": "config:read",
  "shape fields": "config:read",
  "shape set": "config:write",
  "shape preview": "config:read",
  "shape undo": "config:write",

  "address blocked": "config:read",
  "address block": "config:write",
  "address unblock": "config:write",
  "address allowed": "config:read",
  "address allow": "config:write",
  "address disallow": "config:write",

  "lead find": "leads:read",
  "lead list": "leads:read",
  "lead list --name": "contacts:read",
  "lead list --email": "contacts:read",
  "lead list --phone": "contacts:read",
  "lead export": "contacts:read",
  "lead show": "leads:read",
  "lead stages": "leads:read",
  "lead view list": "leads:read",
  "lead view save": "leads:read",
  "lead view change": "leads:read",
  "lead view delete": "leads:read",
  "lead move": "leads:write",
  "lead note": "leads:write",
  "lead split": "leads:read",
  "lead split --apply": "deliveries:replay",

  "submission list": "leads:read",
  "submission show": "leads:read",
  "unsent list": "leads:read",
  "unsent show": "leads:read",
  "unsent release": "deliveries:replay",
  "event list": "leads:read",

  "delivery list": "leads:read",
  "delivery show": "leads:read",
  "delivery retry": "deliveries:replay",
  "delivery cancel": "deliveries:replay",

  "dlq list": "leads:read",
  "dlq show": "leads:read",
  "dlq causes": "leads:read",
  "dlq replay": "deliveries:replay",
  "dlq discard": "deliveries:replay",
  "dlq discard-like": "deliveries:replay",
  "dlq reopen-like": "deliveries:replay",
  "dlq count": "leads:read",

  "queue status": "leads:read",
  "queue outages": "leads:read",
  "queue replay": "deliveries:replay",
  "queue replays": "deliveries:replay",
  "queue cancel": "deliveries:replay",

  stats: "leads:read",
  "audit list": "audit:read",
} as const;

type Need = (typeof commandNeeds)[keyof typeof commandNeeds];

const byLength = Object.entries(commandNeeds).toSorted(([a], [b]) => b.length - a.length);

/** What a command line needs, without its `leadrelay`; undefined: nothing that is granted. */
export function neededBy(line: string): Need | undefined {
  const words = line.trim().split(/\s+/);
  const found = byLength.find(([command]) => {
    const flag = command.split(" ").find((word) => word.startsWith("--"));
    const named = command.split(" ").filter((word) => word !== flag);
    return (
      named.every((word, index) => words[index] === word) && (flag === undefined || words.includes(flag))
    );
  });
  return found?.[1];
}
