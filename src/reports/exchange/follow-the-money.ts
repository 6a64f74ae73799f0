import type { ReportInput } from '../report.ts';
import { visible } from '../visible.ts';
import { type Language, word, wordsOf } from '../words.ts';
import { exchangeWords, type Fact, toldFacts, utc } from './told.ts';
import type { ExchangedAccount, ExchangedFile, Holder, Payment, World } from './world.ts';

const FACTS = ['asset', 'kind', 'certainty', 'grade'] as const satisfies readonly Fact[];

/** Properties of an entity; those without a value are left out. */
type Properties = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * FollowTheMoney entities, one JSON object a line, as OpenAleph and its like read them. Its programs drop a payment without
 * a payee or with anything but a bank account for an account: so everybody has a holder, and wallets stand in the text.
 * They also take amounts for floats: one that a float does not hold stands in the text too. Only properties that every
 * version since 3.8 knows: some readers throw at others.
 */
export function* followTheMoney(world: World, { findings }: ReportInput): Generator<string> {
	const { language } = findings.case;
	const { conversion } = exchangeWords(language);
	for (const file of world.files) yield fileEntity(file);
	for (const holder of world.holders) yield entity(holder.id, schemaOf(holder), holderProperties(holder, language));
	for (const account of world.accounts) yield* accountEntities(account);
	for (const { id, from, to, givers, takers, instant, rate } of world.conversions)
		yield entity(id, 'UnknownLink', {
			subject: givers,
			object: takers,
			role: [conversion],
			date: [utc(instant)],
			summary: [`${conversion}: ${visible(from.account)} → ${visible(to.account)}, ${rate}`],
		});
	let index = 0;
	for (const payment of world.payments()) {
		index += 1;
		yield paymentEntity(payment, index, world.evidenceOf(payment.row), language);
	}
}

function fileEntity({ number, path, hash }: ExchangedFile): string {
	const shown = visible(path);
	return entity(`f${hash.slice(0, 24)}`, 'Document', {
		fileName: [shown.slice(shown.lastIndexOf('/') + 1)],
		title: [`${number} ${shown}`],
		notes: [`SHA-256 ${hash}`],
	});
}

function schemaOf({ kind }: Holder): string {
	return kind === 'person' ? 'Person' : 'LegalEntity';
}

function holderProperties({ name, role, group }: Holder, language: Language): Properties {
	return {
		name: [visible(name)],
		position: role === '' ? undefined : [visible(word(wordsOf(language).roles, role))],
		notes: group === '' ? undefined : [`${exchangeWords(language).group}: ${visible(group)}`],
	};
}

function* accountEntities({ id, account, network, handle, kind, holders }: ExchangedAccount): Generator<string> {
	const [name, shown] = [[visible(account)], [visible(handle)]];
	if (kind === 'wallet') yield entity(id, 'CryptoWallet', { name, publicKey: shown, holder: holders });
	else if (kind === 'bank') {
		yield entity(id, 'BankAccount', { name, accountNumber: shown });
		for (const owner of holders) yield entity(`${id}-${owner}`, 'Ownership', { owner: [owner], asset: [id] });
	} else yield entity(id, 'UserAccount', { name, username: shown, service: [network], owner: holders });
}

function paymentEntity(payment: Payment, index: number, evidence: string, language: Language): string {
	const { row, from, to, payer, payee, amount, symbol } = payment;
	const words = exchangeWords(language);
	const told = toldFacts(payment, FACTS, language).map(([fact, text]) => `${words[fact]}: ${text}`);
	if (amount.length > FLOAT_DIGITS) told.unshift(`${words.amount}: ${amount} ${symbol}`);
	if (evidence !== '') told.push(`${words.evidence}: ${visible(evidence)}`);
	return entity(row.id, 'Payment', {
		payer: [payer],
		beneficiary: [payee],
		payerAccount: bankOf(from),
		beneficiaryAccount: bankOf(to),
		amount: [amount],
		currency: [symbol],
		date: [utc(row.instant)],
		purpose: row.memo === '' ? undefined : [visible(row.memo)],
		transactionNumber: row.order === '' ? undefined : [visible(row.order)],
		sequenceNumber: [String(index)],
		summary: [`${visible(from.account)} → ${visible(to.account)}`],
		description: [told.join('\n')],
	});
}

/** So many digits every float holds. */
const FLOAT_DIGITS = 15;

function bankOf({ kind, id }: ExchangedAccount): readonly string[] | undefined {
	return kind === 'bank' ? [id] : undefined;
}

function entity(id: string, schema: string, properties: Properties): string {
	return `${JSON.stringify({ id, schema, properties })}\n`;
}
