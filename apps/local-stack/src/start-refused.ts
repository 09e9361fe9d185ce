/** The stack cannot start, and a person can do something about it: the message is the one sentence they see. */
export class StartRefused extends Error {}
