/** The process that `inChild` starts: does the job of the module it is given and prints the answer. */
const [module = '', args = '[]'] = process.argv.slice(2);
const { job } = (await import(module)) as { job: (...args: unknown[]) => Promise<unknown> };
const answer = await job(...(JSON.parse(args) as unknown[]));
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ answer, peakMb }));
