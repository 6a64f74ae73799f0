import type { ReportInput } from '../report.ts';
import { visible } from '../visible.ts';
import type { Language } from '../words.ts';
import { exchangeWords, toldFacts, utc } from './told.ts';
import type { ExchangedAccount, Holder, Payment, World } from './world.ts';

const FACTS = ['amount', 'asset', 'kind', 'certainty', 'grade', 'evidence'] as const;

/** Properties of an entity; those without a value are left out. */
type Properties = Readonly<Record<string, readonly string[]>>;

/**
 * FollowTheMoney entities, one JSON object a line, as OpenAleph and its like read them. Its programs drop a payment without
 * a payee or with anything but a bank account for an account: so everybody has a holder, and wallets stand in the text.
 * They also take amounts for floats: the exact ones stand in the text too.
 */
export function* followTheMoney(world: World, { findings }: ReportInput): Generator<string> {
	const { language } = findings.case;
	for (const holder of world.holders) yield entity(holder.id, schemaOf(holder), holderProperties(holder, language));
	for (const account of world.accounts) yield* accountEntities(account);
	for (const { id, from, to, instant, rate } of world.conversions) {
		const { conversion } = exchangeWords(language);
		yield entity(id, 'UnknownLink', {
			subject: from.holders,
			object: to.holders,
			role: [conversion],
			date: [utc(instant)],
			summary: [`${conversion}: ${visible(from.account)} → ${visible(to.account)}, ${rate}`],
		});
	}
	let index = 0;
	for (const payment of world.payments()) yield paymentEntity(payment, ++index, language);
}

function schemaOf({ kind }: Holder): string {
	return kind === 'person' ? 'Person' : 'LegalEntity';
}

function holderProperties({ name, role, group, kind }: Holder, language: Language): Properties {
	const words = exchangeWords(language);
	return {
		name: [visible(name)],
		...(kind === 'person' ? { position: [visible(role)] } : {}),
		notes: group === '' ? [] : [`${words.group}: ${visible(group)}`],
	};
}

function* accountEntities({ id, account, network, handle, kind, holders }: ExchangedAccount): Generator<string> {
	const shown = visible(handle);
	if (kind === 'wallet') {
		// The public key is what every version keeps; some drop the other two.
		yield entity(id, 'CryptoWallet', {
			name: [visible(account)],
			publicKey: [shown],
			cryptoAddress: [shown],
			blockchain: [network],
			holder: holders,
		});
	} else if (kind === 'bank') {
		yield entity(id, 'BankAccount', { name: [visible(account)], accountNumber: [shown] });
		for (const owner of holders) yield entity(`${id}-${owner}`, 'Ownership', { owner: [owner], asset: [id] });
	} else
		yield entity(id, 'UserAccount', {
			name: [visible(account)],
			username: [shown],
			service: [network],
			owner: holders,
		});
}

function paymentEntity(payment: Payment, index: number, language: Language): string {
	const { row, from, to, payer, payee, amount, symbol } = payment;
	const words = exchangeWords(language);
	const bank = (account: ExchangedAccount) => (account.kind === 'bank' ? [account.id] : []);
	return entity(row.id, 'Payment', {
		payer: [payer],
		beneficiary: [payee],
		payerAccount: bank(from),
		beneficiaryAccount: bank(to),
		amount: [amount],
		currency: [symbol],
		date: [utc(row.instant)],
		purpose: row.memo === '' ? [] : [visible(row.memo)],
		transactionNumber: row.order === '' ? [] : [visible(row.order)],
		sequenceNumber: [String(index)],
		recordId: [row.id],
		summary: [`${visible(from.account)} → ${visible(to.account)}`],
		description: [
			toldFacts(payment, FACTS, language)
				.map(([fact, text]) => `${words[fact]}: ${text}`)
				.join('\n'),
		],
	});
}

function entity(id: string, schema: string, properties: Properties): string {
	const filled = Object.entries(properties).filter(([, values]) => values.some((value) => value !== ''));
	return `${JSON.stringify({ id, schema, properties: Object.fromEntries(filled) })}\n`;
}
