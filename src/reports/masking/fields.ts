/**
 * How a text of the findings is shown outside "internal"; the table in docs/masking.md says it by level.
 *
 * - `keep`: codes, assets, days, hashes: nobody's
 * - `id`: ids and what is made of them
 * - `account`: an account, or a text made of one or of an id
 * - `name`: what somebody is called
 * - `label`: a name, or a name and an account
 * - `identity`: the number of an identity document
 * - `official`: who made the evidence or stands for it: hidden from the public alone
 * - `order`: a number of a payment: only what the case knows of is hidden in it, and the most of it from the public
 * - `reference`: a number of a document or an exhibit: only what the case knows of is hidden in it
 * - `code`: a word of the program, or else what somebody wrote or answered, which is text
 * - `transaction`: on a chain, where anybody may look it up: another text for the public
 * - `text`: anything
 */
export type Treatment =
	| 'keep'
	| 'id'
	| 'account'
	| 'name'
	| 'label'
	| 'identity'
	| 'official'
	| 'order'
	| 'reference'
	| 'code'
	| 'transaction'
	| 'text';

/** By field; `[]` in a list, `{}` in a record. A field that is not named here is `text`, which masks most. */
const FIELDS: Readonly<Record<Exclude<Treatment, 'text' | 'code'>, string>> = {
	keep: `
		program assets[].id assets[].symbol
		evidence.files[].hash evidence.files[].source evidence.files[].problem.code
		evidence.files[].register.recordedHash
		merging.exclusions[].reason merging.joined[].sources[] merging.joined[].rule merging.single[].source
		seeds[].asset conservation[].policy conservation[].asset
		cashOuts[].asset cashOuts[].rate cashOuts[].why cashOuts[].band.min cashOuts[].band.max cashOuts[].overturned[].code
		people[].role people[].spells[].role people[].spells[].roleText people[].accounts[].grade people[].coins[].asset
		people[].leadPay.expected.missing[] people[].rates[].from people[].rates[].until
		people[].traced[].asset people[].tracedTotals[].asset
		people[].bounds.received.cap.code people[].bounds.received.missing[].code
		people[].bounds.passedOn.cap.code people[].bounds.passedOn.missing[].code
		people[].bounds.kept.cap.code people[].bounds.kept.missing[].code
		payouts[].kind payouts[].basis[] payouts[].reason.code payouts[].history.alternatives[].worse.name
		kinds[].kind kinds[].certainty
		flow.nodes[].role flow.nodes[].gaps[] flow.links[].asset flow.links[].kinds[] flow.links[].media[] flow.links[].rate
		flow.folded.limit
		hierarchy.roles[].reasons[].code hierarchy.superiors[].reasons[].code
		hierarchy.differences[].reason.code hierarchy.adopted[].role
		measures[].asset
		chains.histories[].chain chains.histories[].tokens[] chains.histories[].open[].outcome
		chains.histories[].open[].receipt chains.disagreements[].chain
		chains.disagreements[].position chains.disagreements[].receipts[] chains.vanished[].chain
		chains.vanished[].position chains.vanished[].record chains.vanished[].asset
		chains.vanished[].receipt
		todo[].code todo[].quantity.asset todo[].request.platform todo[].adopt.role todo[].adopt.from todo[].adopt.until
		swaps.made[].gaveAsset swaps.made[].gotAsset
		yardsticks.rules[].id yardsticks.rules[].yardstick yardsticks.rules[].subject yardsticks.rules[].title
		yardsticks.rules[].number yardsticks.rules[].article yardsticks.rules[].text yardsticks.rules[].english
		yardsticks.rules[].source yardsticks.rules[].also[].text yardsticks.rules[].also[].english
		yardsticks.rules[].notes[].text yardsticks.rules[].notes[].english
		yardsticks.people[].measures[].missing[].code yardsticks.people[].answers[].rule yardsticks.people[].answers[].policies[]
		peelChains[].asset sensitivity.moved[].asset todoRejected[].code incomplete[].code tables[].file tables[].what`,
	id: `
		cashOuts[].id cashOuts[].party cashOuts[].payee cashOuts[].coins[] cashOuts[].yuan[] cashOuts[].rivals[].id
		unmatched.coins[] unmatched.yuan[] people[].id people[].accounts[].id people[].figures{}.id people[].rates[].payer
		payouts[].id payouts[].payer payouts[].payee payouts[].backing.statements[] flow.nodes[].party flow.links[].id
		hierarchy.units[].party hierarchy.roles[].id hierarchy.superiors[].id hierarchy.differences[].proposals[]
		hierarchy.adopted[].point testimony[].id testimony[].party measures[].id measures[].party
		todo[].id todo[].transfers[] todo[].adopt.party
		swaps.made[].id swaps.made[].party swaps.made[].gives[] swaps.made[].gets[]
		peelChains[].start peelChains[].passes[] peelChains[].peels[]
		yardsticks.people[].person
		sensitivity.moved[].person sensitivity.moved[].figure todoRejected[].id`,
	account: `
		merging.owners[].bill merging.owners[].account seeds[].origin conservation[].origin
		people[].accounts[].account people[].traced[].origin
		flow.nodes[].id flow.links[].from flow.links[].to
		hierarchy.units[].id hierarchy.units[].accounts[] hierarchy.ties[].payer hierarchy.ties[].payee
		hierarchy.roles[].unit hierarchy.superiors[].unit hierarchy.superiors[].superior
		hierarchy.moves[].unit hierarchy.moves[].from hierarchy.moves[].to hierarchy.differences[].unit
		measures[].account chains.histories[].account chains.disagreements[].histories[].account
		chains.vanished[].account chains.vanished[].from chains.vanished[].to
		todo[].subject todo[].request.account todo[].adopt.account todo[].options[].subject
		swaps.made[].account swaps.unclear[].accounts[] todoRejected[].subject`,
	name: `
		evidence.files[].register.holder
		people[].name people[].nicknames[] people[].spells[].superior people[].spells[].introducer people[].superior
		hierarchy.adopted[].person hierarchy.adopted[].superior testimony[].person measures[].person
		todo[].request.holder todo[].adopt.name todo[].adopt.superior`,
	label: `
		seeds[].label flow.nodes[].label flow.nodes[].note
		hierarchy.units[].label hierarchy.differences[].given hierarchy.differences[].proposed todo[].options[].label`,
	identity: 'people[].identity hierarchy.adopted[].identity',
	official: `
		case.maker case.reviewer
		evidence.files[].register.extractor evidence.files[].register.witness todoRejected[].by`,
	order: 'cashOuts[].orders[]',
	reference: 'evidence.files[].register.item evidence.files[].register.notice',
	transaction: `
		chains.disagreements[].transaction chains.vanished[].transaction
		swaps.made[].transaction swaps.unclear[].transaction`,
};

/** Every field that the table names. */
export const TREATMENTS: ReadonlyMap<string, Treatment> = new Map(
	Object.entries(FIELDS).flatMap(([treatment, fields]) =>
		fields
			.trim()
			.split(/\s+/)
			.map((field) => [field, treatment as Treatment] as const),
	),
);

/** Facts that sentences quote, by key: sums and words of the program, and what somebody is called. */
const FACTS: Readonly<Record<string, Treatment>> = Object.fromEntries([
	...words(
		'amount asset fen yuan quantity low high min max least most median team usual paid wage commission refunded',
		'rate stake sum total role payerRole payeeRole medium problem code kind history chain worse rhythm',
		'how act lacks points platform hour first last until confidence',
	).map((key) => [key, 'keep'] as const),
	...words('name person payer payee superior given proposed from to holder alias').map(
		(key) => [key, 'label'] as const,
	),
	...words('reason value').map((key) => [key, 'code'] as const),
	...words('order orders').map((key) => [key, 'order'] as const),
	['by', 'official'] as const,
]);

function words(...lines: readonly string[]): string[] {
	return lines.flatMap((line) => line.split(' '));
}

/** @param path as `people[].name`; a fact is `….facts{}.<key>` */
export function treatmentOf(path: string): Treatment {
	const fact = /(?:^|\.)facts\{\}\.(.+)$/.exec(path);
	return fact ? (FACTS[fact[1] as string] ?? 'text') : (TREATMENTS.get(path) ?? 'text');
}
