/** What was asked for cannot be read; the message says which option, and how it should be. */
export class WrongOption extends Error {}
