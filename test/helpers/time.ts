/** Seconds of this process's own work, which other processes do not lengthen: the shortest of some runs. */
export function secondsOf(work: () => void, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return Math.min(...times);
}
