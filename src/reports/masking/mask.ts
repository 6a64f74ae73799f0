import type { LeadDayRow } from '../../findings/lead-pay.ts';
import type { Findings } from '../../findings/schema.ts';
import type { Receipt } from '../../ledger/receipt.ts';
import type { Custody } from '../custody/types.ts';
import type { LedgerRow } from '../ledger-row.ts';
import type { Cover, FigureTransfer, PackageInput, ToldTerms } from '../package/part.ts';
import type { PersonWay } from '../person-way.ts';
import type { CaseTexts } from './case-texts.ts';
import type { Treatment } from './fields.ts';
import { maskHandle, maskIdentity } from './shapes.ts';
import { showFindings } from './walk.ts';

/** As reasons and kinds are called: small letters and hyphens. */
const OWN_WORD = /^[a-z]+(?:-[a-z]+)*$/;

/** What is masked in one package: every text of its input, one by one, figures and counts never. */
export class Mask {
	readonly #cover: Cover;
	readonly #texts: CaseTexts;

	constructor(cover: Cover, texts: CaseTexts) {
		this.#cover = cover;
		this.#texts = texts;
	}

	findings(findings: Findings): Findings {
		return showFindings(findings, (text, treatment) => this.show(text, treatment));
	}

	row(row: LedgerRow): LedgerRow {
		return {
			...row,
			id: this.id(row.id),
			payer: this.name(row.payer),
			payerId: this.id(row.payerId),
			payerAccount: this.account(row.payerAccount),
			payerCard: this.account(row.payerCard),
			payee: this.name(row.payee),
			payeeId: this.id(row.payeeId),
			payeeAccount: this.account(row.payeeAccount),
			medium: this.text(row.medium),
			order: this.order(row.order),
			transaction: this.transaction(row.transaction),
			memo: this.text(row.memo),
			evidence: row.evidence.map((place) => ({ ...place, path: this.text(place.path), sheet: this.text(place.sheet) })),
		};
	}

	leadDay(day: LeadDayRow): LeadDayRow {
		return { ...day, party: this.id(day.party), name: this.name(day.name) };
	}

	receipt(receipt: Receipt): Receipt {
		const { account, query, endpoint, reason } = receipt;
		return {
			...receipt,
			account: this.account(account),
			query: this.text(query),
			endpoint: this.text(endpoint),
			reason: this.text(reason),
		};
	}

	figureTransfer(row: FigureTransfer): FigureTransfer {
		return { ...row, figure: this.id(row.figure), transfer: this.id(row.transfer) };
	}

	way(way: PersonWay): PersonWay {
		return {
			...way,
			person: this.id(way.person),
			payment: this.row(way.payment),
			origin: this.account(way.origin),
			steps: way.steps.map((step) => ({ ...step, row: this.row(step.row), across: this.id(step.across) })),
			shares: way.shares.map((share) => ({ ...share, origin: this.account(share.origin) })),
		};
	}

	terms({ origins, seeds, services, conversions, openings }: ToldTerms): ToldTerms {
		const ids = (list: readonly string[]) => list.map((id) => this.id(id));
		return {
			origins: origins.map((origin) => this.account(origin)),
			seeds: seeds.map(([transfer, origin]) => [this.id(transfer), origin]),
			services: services.map((account) => this.account(account)),
			conversions: conversions.map(({ id, gives, gets }) => ({ id: this.id(id), gives: ids(gives), gets: ids(gets) })),
			openings: openings.map((opening) => ({ ...opening, account: this.account(opening.account) })),
		};
	}

	/** Paths of inputs as the evidence list shows them. */
	custody(custody: Custody): Custody {
		return { ...custody, inputs: custody.inputs.map((file) => ({ ...file, name: this.text(file.name) })) };
	}

	cover(): Cover {
		const { part, ...cover } = this.#cover;
		if (part === undefined) return cover;
		const people = new Set([...part.people].map((id) => this.id(id)));
		return { ...cover, part: { title: this.name(part.title), people } };
	}

	show(text: string, treatment: Treatment): string {
		switch (treatment) {
			case 'keep':
				return text;
			case 'id':
				return this.id(text);
			case 'account':
				return this.account(text);
			case 'name':
				return this.name(text);
			case 'label':
				return this.label(text);
			case 'identity':
				return this.identity(text);
			case 'official':
				return this.#cover.level === 'public' ? this.name(text) : this.text(text);
			case 'order':
				return this.order(text);
			case 'reference':
				return this.#texts.text.known(text);
			case 'code':
				return OWN_WORD.test(text) ? text : this.text(text);
			case 'transaction':
				return this.transaction(text);
			case 'text':
				return this.text(text);
		}
	}

	id(text: string): string {
		return this.#texts.ids?.in(text) ?? text;
	}

	/** Of an account, an id, or a text made of one. */
	account(text: string): string {
		const known = this.#texts.accounts.get(text);
		if (known !== undefined) return known;
		const at = text.indexOf('/');
		const rest = at < 0 ? undefined : this.#texts.accounts.get(text.slice(at + 1));
		return rest === undefined ? this.text(text) : `${text.slice(0, at + 1)}${rest}`;
	}

	name(text: string): string {
		return this.#texts.names.get(text) ?? this.account(text);
	}

	/** A name, an account, or one after the other. */
	label(text: string): string {
		const composed = /^(.+) ([a-z][a-z0-9-]*:\S.*)$/su.exec(text);
		if (!composed || this.#texts.names.has(text)) return this.name(text);
		return `${this.name(composed[1] as string)} ${this.account(composed[2] as string)}`;
	}

	identity(text: string): string {
		return this.#texts.identities.get(text) ?? (this.#cover.level === 'internal' ? text : maskIdentity(text));
	}

	order(text: string): string {
		return this.#cover.level === 'public' ? maskHandle(text) : this.#texts.text.known(text);
	}

	/** What had one text still has one. */
	transaction(text: string): string {
		return this.#cover.level === 'public' && text !== '' ? (this.#texts.ids?.of(text) ?? text) : text;
	}

	text(text: string): string {
		return this.#texts.accounts.get(text) ?? this.#texts.text.of(text);
	}
}

/** Everything that a package is drawn from, masked as it is read. */
export function maskedInput(input: PackageInput, mask: Mask): PackageInput {
	return {
		...input,
		cover: mask.cover(),
		findings: mask.findings(input.findings),
		rows: mapped(input.rows, (row) => mask.row(row)),
		leadDays: mapped(input.leadDays, (day) => mask.leadDay(day)),
		receipts: mapped(input.receipts, (receipt) => mask.receipt(receipt)),
		figureTransfers: mapped(input.figureTransfers, (row) => mask.figureTransfer(row)),
		ways: mapped(input.ways, (way) => mask.way(way)),
		terms: mask.terms(input.terms),
		custody: mask.custody(input.custody),
	};
}

/** Can be read again and again, as what it is made of. */
function mapped<Row>(rows: Iterable<Row>, change: (row: Row) => Row): Iterable<Row> {
	return {
		*[Symbol.iterator]() {
			for (const row of rows) yield change(row);
		},
	};
}
