const graceMs = 25_000;

/** Waits for SIGINT or SIGTERM, or for a failure that the process cannot survive; a stop that takes too long is cut short. */
export function untilStopped(): { readonly asked: Promise<void>; readonly fail: (reason: string) => void } {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const stop = () => {
    setTimeout(() => process.exit(1), graceMs).unref();
    resolve();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return {
    asked,
    fail: (reason) => {
      process.stderr.write(`Lettrage cannot go on: ${reason}\n`);
      process.exitCode = 1;
      stop();
    },
  };
}
