/** Words of the deliveries' pages. */
export const deliveries = {
  cancelled: "Cancelled: nobody is sent it any more",
};
