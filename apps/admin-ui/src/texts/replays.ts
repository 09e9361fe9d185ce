/** Words of sending again, and of sending what was never sent. */
export const replays = {
  label: "Sending again",
  titles: {
    planning: (examined: number) => `Counting: ${examined} looked at so far`,
    planned: (count: number, isComplete: boolean, takes: string | null) =>
      `${count}${isComplete ? "" : " or more"} would be sent${takes === null ? "" : `, about ${takes}`}`,
    running: "Sending",
    done: "Sent",
    cancelled: "Stopped",
    empty: "There is nothing to send",
  },
  to: (name: string) => ` to ${name}`,
  backToTheBeginning: (count: number) => `${count} back to the beginning of their way`,
  leftOut: (count: number, meaning: string) => `Left out ${count}: ${meaning}`,
  leavesMore: "The filter finds more than one plan takes: send these, then plan again for the rest.",
  send: (count: number) => `Send ${count} now`,
  starting: "Starting …",
  stop: "Stop",
  leave: "Leave it",
  again: "Plan again for what is left",
  seeDeliveries: "See the deliveries",
  isPaced: "It goes on by itself, at a pace that the receivers take; this page may be closed.",
  waitingFor: (count: number, meaning: string) => `${count}: ${meaning}`,
  progress: {
    label: "Sent",
    arrived: (count: number) => `${count} arrived`,
    queued: (count: number) => `, ${count} put back on their way`,
    failed: (count: number) => `, ${count} failed again`,
    waiting: (count: number) => `, ${count} still to go`,
    stopped: (count: number) => `, ${count} stopped`,
    takenOver: (count: number) => `, ${count} taken over by another`,
  },
  cancelled: (left: number) =>
    left === 0 ? "Stopped" : `Stopped: ${left} were not sent, and stay where they were`,
};
