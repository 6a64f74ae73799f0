import { withUnit } from '../../ledger/money.ts';
import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { PersonAnswer } from '../../run/questions/person.ts';
import { OPENING_ORIGIN, POLICIES } from '../../tracing/types.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';
import type { CaseUnits } from './hops.ts';

/** Of what a person received, how much each policy traces to which origin: all policies side by side. */
export function printPolicies({ person, origins }: PersonAnswer, units: CaseUnits, words: Words): string {
	const { say, language } = words;
	const { policies } = reportWords(language);
	const columns = [
		{ title: say('column.origin') },
		...POLICIES.map((policy) => ({ title: word(policies, policy), align: 'right' as const })),
	];
	const cell = (share: { readonly value: string; readonly percent: string } | undefined, asset: string): string =>
		share === undefined ? '' : `${withUnit(BigInt(share.value), asset, units.assets)} (${share.percent} %)`;
	return [...new Set(person.tracedTotals.map((total) => total.asset))]
		.map((asset) => {
			const totals = person.tracedTotals.filter((total) => total.asset === asset);
			const traced = person.traced.filter((share) => share.asset === asset && share.origin !== '*');
			const rows = [...new Set(traced.map((share) => share.origin))].map((origin) => [
				origin === OPENING_ORIGIN ? say('origin.opening') : named(origin, origins),
				...POLICIES.map((policy) =>
					cell(
						traced.find((share) => share.policy === policy && share.origin === origin),
						asset,
					),
				),
			]);
			const any = POLICIES.map((policy) =>
				cell(
					totals.find((total) => total.policy === policy),
					asset,
				),
			);
			const of = withUnit(BigInt(totals[0]?.of ?? '0'), asset, units.assets);
			return [say('person.traced', { of }), table(columns, [...rows, [say('person.any-seed'), ...any]])].join('\n');
		})
		.join('\n');
}

function named(origin: string, origins: PersonAnswer['origins']): string {
	const label = origins[origin];
	return label === undefined || label === origin ? origin : `${label} (${origin})`;
}
