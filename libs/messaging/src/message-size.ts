/** A message may have so many bytes; whoever says more at once cuts it into several. Kafka's topics are created for it. */
export const largestMessageBytes = 16 * 1024 ** 2;

/** What is read, sent or handled at once; one message above it goes alone. */
export const batchBytes = 1024 ** 2;
