/**
 * So many different leads refused in a row, with none taken in between, hold up the rest: the receiver, or what is set of the destination, is more
 * likely wrong than each of them. Who refuses half of what it gets does so once in a thousand runs.
 */
export const usualRefusalsUntilHeld = 10;

/** Who is sure of another number sets one up to this; 0: never. */
export const mostRefusalsUntilHeld = 100;
