/** A state of a receiver in which it answers everybody alike; null: it looks at what it is sent. */
export type Mood = (() => Response) | null;
