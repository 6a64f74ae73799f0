import type { Cli } from './cli.ts';

/** Called as work goes on. `step` is a code (`step.<name>` in the catalogue); `total` 0 where it is not known. */
type OnProgress = (step: string, done: number, total: number) => void;

/** Tells how far a long work is; `stop` must be called before anything else is printed. */
export interface Progress {
	readonly onProgress: OnProgress;
	stop(): void;
}

const BAR_WIDTH = 24;

/**
 * A bar a step on a terminal. Elsewhere (a pipe, a log, a schedule) one line a step, so that a log says what was done
 * and is not filled with bars. Nothing with `--quiet`.
 */
export async function startProgress(cli: Cli): Promise<Progress> {
	if (cli.quiet) return { onProgress: () => {}, stop: () => {} };
	return cli.terminal.bars === undefined ? lineProgress(cli) : barProgress(cli, cli.terminal.bars);
}

function lineProgress(cli: Cli): Progress {
	let current = '';
	return {
		onProgress: (step) => {
			if (step === current) return;
			current = step;
			cli.talk(stepName(cli, step));
		},
		stop: () => {},
	};
}

async function barProgress(cli: Cli, stream: NodeJS.WritableStream): Promise<Progress> {
	const { default: progress } = await import('cli-progress');
	let known = false;
	const makeBar = (step: string) =>
		new progress.SingleBar({
			stream,
			hideCursor: true,
			format: (_, { value, total }) => {
				const name = stepName(cli, step);
				// Without a total a bar would lie: a count is all that is known.
				if (!known) return value === 0 ? name : `${name} ${value}`;
				const filled = Math.min(BAR_WIDTH, Math.floor((BAR_WIDTH * value) / total));
				return `${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)} ${name} ${value}/${total}`;
			},
		});
	let current = '';
	let bar: ReturnType<typeof makeBar> | undefined;
	return {
		onProgress: (step, done, total) => {
			if (step !== current) {
				bar?.stop();
				known = total > 0;
				current = step;
				bar = makeBar(step);
				bar.start(Math.max(total, 1), 0);
			}
			known = total > 0;
			if (known) bar?.setTotal(total);
			bar?.update(done);
		},
		stop: () => bar?.stop(),
	};
}

function stepName(cli: Cli, step: string): string {
	return cli.words.sayAny(`step.${step}`);
}
