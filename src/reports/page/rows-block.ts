import type { LedgerRow } from '../ledger-row.ts';
import { visible } from '../visible.ts';
import type { PageRows, Place } from './format.ts';
import { Texts, units } from './texts.ts';

/** The rows as columns, and where each stands. */
export interface RowsBlock {
	readonly rows: PageRows;
	/** Transfer id -> row. */
	readonly places: ReadonlyMap<string, Place>;
	readonly texts: Texts;
	/** Ids of the assets that move, by place: `PageCase.assets` must have their order. */
	readonly assets: readonly string[];
}

/** @param people ids, by place in `PageCase.people` */
export function rowsBlock(rows: Iterable<LedgerRow>, people: readonly string[]): RowsBlock {
	const persons = new Map(people.map((id, place) => [id, place]));
	const assets = new Map<string, Place>();
	const texts = new Texts();
	const paths = new Paths(texts);
	const places = new Map<string, Place>();
	const columns = emptyColumns();
	let before = 0;
	for (const row of rows) {
		places.set(row.id, columns.ids.push(row.id) - 1);
		columns.time.push(row.instant - before);
		before = row.instant;
		columns.from.push(texts.place(row.payerAccount));
		columns.card.push(texts.place(row.payerCard));
		columns.to.push(texts.place(row.payeeAccount));
		columns.payer.push(texts.place(row.payer));
		columns.payee.push(texts.place(row.payee));
		columns.memo.push(texts.place(row.memo));
		columns.transaction.push(texts.place(row.transaction));
		const codes = [row.medium, row.kind, row.certainty, row.exclusion, row.grade, row.rule];
		for (const [k, code] of codes.entries()) columns.codes[k]?.push(texts.place(code));
		columns.payerId.push(persons.get(row.payerId) ?? -1);
		columns.payeeId.push(persons.get(row.payeeId) ?? -1);
		const asset = assets.get(row.asset) ?? assets.size;
		assets.set(row.asset, asset);
		columns.asset.push(asset);
		columns.amount.push(units(row.amount));
		columns.order.push(visible(row.order));
		if (row.tied) columns.tied.push(columns.ids.length - 1);
		columns.evidenceCount.push(row.evidence.length);
		for (const { path, hash, sheet, row: line } of row.evidence) {
			columns.evidenceFile.push(paths.place(path, hash));
			columns.evidenceSheet.push(texts.place(sheet));
			columns.evidenceRow.push(/^[1-9]\d{0,14}$/.test(line) ? Number(line) : visible(line));
		}
	}
	return { rows: { texts: texts.list, ...columns, paths: paths.list }, places, texts, assets: [...assets.keys()] };
}

function emptyColumns() {
	const places = (): Place[] => [];
	return {
		ids: [] as string[],
		time: [] as number[],
		from: places(),
		card: places(),
		to: places(),
		payer: places(),
		payee: places(),
		memo: places(),
		transaction: places(),
		codes: [places(), places(), places(), places(), places(), places()],
		payerId: places(),
		payeeId: places(),
		asset: places(),
		amount: [] as PageRows['amount'][number][],
		order: [] as string[],
		tied: places(),
		evidenceCount: [] as number[],
		evidenceFile: places(),
		evidenceSheet: places(),
		evidenceRow: [] as PageRows['evidenceRow'][number][],
	};
}

class Paths {
	readonly list: (readonly [Place, string])[] = [];
	private readonly places = new Map<string, Place>();
	private readonly texts: Texts;

	constructor(texts: Texts) {
		this.texts = texts;
	}

	place(path: string, hash: string): Place {
		const key = `${hash}\n${path}`;
		const known = this.places.get(key);
		if (known !== undefined) return known;
		const place = this.list.push([this.texts.place(path), hash]) - 1;
		this.places.set(key, place);
		return place;
	}
}
