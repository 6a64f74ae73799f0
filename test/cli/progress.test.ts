import { PassThrough } from 'node:stream';
import test from 'ava';
import { makeCli } from '../../src/cli/cli.ts';
import { wordsOf } from '../../src/cli/messages/words.ts';
import { startProgress } from '../../src/cli/progress.ts';

function quietly(options: { quiet: boolean; bars?: NodeJS.WritableStream }) {
	let err = '';
	const terminal = {
		out: () => {},
		err: (text: string) => {
			err += text;
		},
		columns: 80,
		colour: false,
		env: {},
		...(options.bars ? { bars: options.bars } : {}),
	};
	return { cli: makeCli(terminal, wordsOf('en'), { json: false, quiet: options.quiet }), said: () => err };
}

test('away from a terminal a log gets one line a step', async (t) => {
	const { cli, said } = quietly({ quiet: false });
	const { onProgress, stop } = await startProgress(cli);
	for (let done = 0; done < 50; done++) onProgress('read', done, 50);
	onProgress('merge', 0, 0);
	stop();
	t.is(said(), 'reading evidence\nmerging records into transfers\n');
});

test('--quiet says nothing', async (t) => {
	const { cli, said } = quietly({ quiet: true, bars: new PassThrough() });
	const { onProgress, stop } = await startProgress(cli);
	onProgress('read', 1, 2);
	stop();
	t.is(said(), '');
});

test('on a terminal there is a bar where the total is known, and a count where it is not', async (t) => {
	// What cli-progress asks of a terminal beyond a stream.
	const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
	const { cli } = quietly({ quiet: false, bars: stream });
	const { onProgress, stop } = await startProgress(cli);
	onProgress('read', 0, 0);
	onProgress('read', 12, 0);
	onProgress('reports', 1, 2);
	stop();
	const drawn = String(stream.read());
	t.regex(drawn, /reading evidence 12/);
	t.regex(drawn, /#{12}-{12} drawing charts and ledgers 1\/2/);
});
