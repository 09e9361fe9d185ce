/** Words of operators and invitations. */
export const people = {
  title: "People",
  list: "People",
  invite: "Invite somebody …",
  columns: { who: "Who", role: "Role", clients: "Clients", since: "Since" },
  allClients: "All clients",
  you: "You",
  roles: {
    agency_owner: "Owner",
    agency_operator: "Operator",
    client_admin: "Administrator",
    client_viewer: "Viewer",
  },
  meanings: {
    agency_owner: "Runs the agency: all its clients, its people, keys and look.",
    agency_operator: "Works for the clients you name: their leads, forms and destinations. Invites nobody.",
    client_admin: "Runs the clients you name, for the client itself; invites the client’s own people.",
    client_viewer: "Reads the leads of the clients you name. Contact details are masked.",
  },
  empty: {
    title: "Nobody else is here yet",
    why: "Invite colleagues, or the client’s own people: each sees only what their role is for.",
  },
  invitations: {
    title: "Open invitations",
    columns: { who: "For", role: "As", by: "From", until: "Good until" },
    again: "New link",
    revoke: "Take back",
    revoked: (email: string) => `The invitation for ${email} is taken back: its link opens nothing`,
  },
  inviting: {
    title: "Invite somebody",
    why: "LeadRelay sends no mail: you get a link to hand over, good once and for 14 days.",
    email: "Their e-mail address",
    agency: "Agency",
    role: "As what",
    clients: "For which clients",
    noClient: "Choose at least one client.",
    make: "Make the link",
    made: (email: string) => `Hand this link to ${email}`,
    once: "It is shown this once. Whoever opens it first can accept, so send it to them alone.",
    link: "The link",
    done: "Done",
  },
  person: {
    panel: "The person who is open",
    change: "Change the role",
    save: "Save the role",
    changed: "The role is changed",
    remove: "Remove …",
    removeTitle: (name: string) => `Remove ${name}?`,
    removeWhy:
      "They lose every role that you can see here, and invitations they gave are taken back. Their account stays; invite them again to bring them back.",
    removed: (name: string) => `${name} belongs to nobody here any more`,
    yourself: "Your own role is changed by another owner.",
    keys: (count: number) =>
      count === 1
        ? "One access key that they made still works: look at it under Access keys."
        : `${count} access keys that they made still work: look at them under Access keys.`,
    reset: "Password link …",
    resetTitle: (email: string) => `A link for ${email}`,
    resetWhy: "With it they choose a new password. It is good once, for a day, and ends all their sessions.",
    rolesOf: "Roles",
  },
};
