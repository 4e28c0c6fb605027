/** Milliseconds of the processor that this process has used: what a promise of time is measured by, since the clock also counts what else the machine does. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
