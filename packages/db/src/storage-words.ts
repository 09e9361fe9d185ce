import type { StorageOutage } from "./storage-error.ts";

/** How a database fails, what that means for leads, and what to do, in sentences. */
export interface StorageWords {
  happened: string;
  todo: string;
}

/** The same words in answers, in health and in `doctor`. What happens to leads is the same in each: docs/reliability.md. */
export const storageWords: Readonly<Record<StorageOutage, StorageWords>> = {
  unavailable: {
    happened: "The database does not answer.",
    todo: "Nothing is lost: try again in a minute. Cloudflare's status page tells whether D1 is down.",
  },
  overloaded: {
    happened: "The database has more to do than it can.",
    todo: "Nothing is lost: try again in a minute. If it stays, look at its queries in Cloudflare's dashboard.",
  },
  full: {
    happened: "The database is full, or its account is: it can be read, and takes nothing new.",
    todo: "Nothing is lost: leads are sent without it and stored once there is room. docs/deploy.md, `When a database fills`, has the commands.",
  },
  read_only: {
    happened: "The database can be read, and takes no change.",
    todo: "Nothing is lost: leads are sent without it and stored once it takes changes. Look at the file's permissions, or at what Cloudflare says of the database.",
  },
  damaged: {
    happened: "The database is damaged.",
    todo: "Nothing that is taken from now on is lost: leads are sent without it. Set the database back: docs/reliability.md, `Back up and restore`.",
  },
};
