import type { Changes } from '../../findings/changes/schema.ts';
import { type Asset, CNY } from '../../ledger/asset.ts';
import { displayAmount, thousands } from '../../ledger/money.ts';
import { formatTime } from '../../ledger/time.ts';
import { assetNames } from '../asset-names.ts';
import { type Words, wordsOf } from '../words.ts';
import { type ChangeWords, wordsOf as changeWords } from './words.ts';

/** Words and the shapes of values, for one report. */
export interface Desk {
	readonly words: ChangeWords;
	/** Those of the other reports: figures, roles, grades, exclusions. */
	readonly common: Words;
	count(value: number): string;
	/** `1,234.50 USDT`; yuan without the unit where a column says it. */
	amount(value: string, asset: string): string;
	/** The difference of two amounts, with its sign; '' where one is missing. */
	difference(was: string | undefined, is: string | undefined, asset: string): string;
	/** An account with whoever is known to hold it, else with the name that rows print. */
	account(account: string, printed?: string): string;
	time(instant: number): string;
	more(left: number): string;
}

export function deskOf({ case: { language, offsetMinutes }, assets, holders }: Changes): Desk {
	const held = new Map(holders.map(({ account, name }) => [account, name]));
	const words = changeWords(language);
	const common = wordsOf(language);
	const known = new Map<string, Asset>([[CNY.id, CNY], ...assets.map((asset) => [asset.id, asset] as const)]);
	const names = assetNames([...known.values()], (symbol, network) => `${symbol} (${network})`);
	const amount = (value: string, id: string) => {
		if (!/^-?\d+$/.test(value)) return value;
		if (id === LEADS) return thousands(Number(value));
		const asset = known.get(id);
		return asset
			? `${displayAmount(BigInt(value), asset)} ${unitOf(id, names.get(id) ?? id, words)}`.trim()
			: `${value} × ${id}`;
	};
	return {
		words,
		common,
		count: thousands,
		amount,
		difference: (was, is, asset) => {
			if (was === undefined || is === undefined) return '';
			const difference = BigInt(is) - BigInt(was);
			return `${difference > 0n ? '+' : ''}${amount(difference.toString(), asset)}`;
		},
		account: (account, printed = '') => [held.get(account) ?? printed, account].filter((text) => text !== '').join(' '),
		time: (instant) => formatTime(instant, offsetMinutes),
		more: (left) => words.more(thousands(left), 'changes.json'),
	};
}

/** Unit of figures that count people. */
const LEADS = 'leads';

function unitOf(id: string, name: string, words: ChangeWords): string {
	return id === CNY.id ? words.yuan : name;
}
