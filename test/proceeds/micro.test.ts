import test from 'ava';
import { seeded } from '../../datasets/demo/random.ts';
import { makeMicro } from '../accuracy/micro/case.ts';
import { fateOf, isFalselyCertain, look, type Sight, sightsOf } from '../accuracy/micro/measure.ts';
import { isAround } from './around.ts';

/** Seeds for developing: those that are reported are drawn by `npm run accuracy`. */
const SEEDS = [1031, 1032];
const DRAWS = 2;

for (const seed of SEEDS) {
	test(`micro-case ${seed}: with files gone at random the truth lies between the bounds, and nothing false is certain`, async (t) => {
		const micro = await makeMicro(seed);
		for (const gone of [30, 50, 70]) {
			for (let draw = 0; draw < DRAWS; draw++) {
				const sights = await look(micro, gone, draw);
				t.is(sights.length, 60);
				t.deepEqual(sights.filter((sight) => fateOf(sight) !== 'inside').map(told), [], `${gone} % gone, draw ${draw}`);
				t.deepEqual(sights.filter(isFalselyCertain).map(told), []);
			}
		}
	});
}

test('micro-case: the fewer files of movements, the wider the bounds, never the other way', async (t) => {
	const micro = await makeMicro(1033);
	const [reports, books] = [
		micro.files.filter((f) => f.leads.length > 0),
		micro.files.filter((f) => f.leads.length === 0),
	];
	const order = seeded('micro files').shuffle(books);
	let before = await sightsOf(micro, [...reports, ...order]);
	for (const share of [0.8, 0.6, 0.4, 0.2]) {
		const less = await sightsOf(micro, [...reports, ...order.slice(0, Math.round(order.length * share))]);
		const narrower = less.filter((sight, at) => !isAround(sight.bounds, (before[at] as Sight).bounds));
		t.deepEqual(narrower.map(told), [], `${share} of the files left`);
		before = less;
	}
});

function told({ figure, role, truth, bounds: { least, most, cap } }: Sight): string {
	return `${figure} of a ${role}: ${truth} beside ${least}..${most} (${cap.code})`;
}
