/** Takes messages off a queue at once, so that none of them counts as in flight. A handler that returns acks all. */
export default { queue() {} } satisfies ExportedHandler;
