import { anx } from '../exchange/anx.ts';
import { followTheMoney } from '../exchange/follow-the-money.ts';
import { graphml } from '../exchange/graphml.ts';
import { exchangeWords } from '../exchange/told.ts';
import { type World, worldOf } from '../exchange/world.ts';
import { safeName } from '../file-name.ts';
import type { ReportInput } from '../report.ts';
import { wordsOf } from '../words.ts';
import type { PackagePart } from './part.ts';

/** What writes a case down for another program, by the ending of its file. */
const FORMATS: Readonly<Record<string, (world: World, input: ReportInput) => Iterable<string>>> = {
	'ftm.json': followTheMoney,
	anx,
	graphml,
};

/** Every payment of the case for the programs that investigators own. */
export const exchange: PackagePart = {
	id: 'exchange',
	*files(input) {
		const { language, name } = input.findings.case;
		const words = exchangeWords(language);
		const world = worldOf(input, words.unknownHolder);
		for (const [ending, write] of Object.entries(FORMATS))
			yield {
				path: `${wordsOf(language).folders.exchange}/${words.file}_${safeName(name)}.${ending}`,
				content: () => write(world, input),
			};
	},
};
