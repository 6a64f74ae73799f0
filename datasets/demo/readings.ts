import { addDays, dayOf } from './calendar.ts';
import { DAYS_MAX, knownRates, LEADS_PER_DAY_MAX, ROUNDING_MAX, WAGES } from './rules.ts';
import { type DayWork, type Group, type Payment, type Person, spellOn } from './world.ts';

/**
 * What a careful reader can prove of a payment from superior to member: the pay rules as the case knows them, the memo
 * and the daily reports. Written apart from the program that is measured against it, so that the two check each other.
 */
export interface Verdict {
	/** Exactly one way to read the amounts is left. */
	readonly proven: boolean;
	readonly wage: bigint;
	readonly commission: bigint;
	/** What would settle it, '' where it is proven. */
	readonly missing: string;
}

interface Reading {
	readonly wage: bigint;
	readonly leads: number;
	readonly commission: bigint;
}

const DEFAULT_GREETINGS = new Set([
	'',
	'恭喜发财，大吉大利',
	'大吉大利',
	'恭喜发财',
	'微信转账',
	'微信红包',
	'转账',
	'/',
]);
const WAGE_WORDS = /工资|底薪|日薪|薪水|日结/;
const COMMISSION_WORDS = /提成|佣金|引流|人头|拉群/;
const BONUS_WORDS = /奖金|奖励|全勤|加班费/;
const OTHER_WORDS =
	/借|周转|应急|还款|还你|还钱|软件|线路|话费充值|号码|名单|服务器|设备|退回|多发|发错|退多|妈|爸|老婆|老公|孩子|生活费|压岁|生日|新年|快乐|结婚|份子|房租|饭|AA|水果|奶茶|车费|油费|代买|快递|打牌/;
const NAMED_LEADS = /(\d+)(?:个|人|单|群)|(?:提成|佣金|引流|人头|拉群)(\d+)/;

const REPORT_OR_RATE = '当日引流日报或该组计酬单价';

/** Who reported what, or in a group without reports who brought in whom: person -> day -> count. */
export type Reports = ReadonlyMap<Person, ReadonlyMap<string, number>>;

export function reportsOf(works: readonly DayWork[]): Reports {
	const reports = new Map<Person, Map<string, number>>();
	for (const { person, group, day, leads, reported } of works) {
		// The records of who came in name nobody on a day on which nobody came.
		const known = group.style === 'no-reports' && leads > 0 ? leads : reported;
		if (known === undefined) continue;
		const days = reports.get(person) ?? new Map<string, number>();
		reports.set(person, days.set(day, known));
	}
	return reports;
}

/** The verdict on a payment to `payee` by the superior of that day. */
export function verdictOn(
	payment: Pick<Payment, 'at' | 'fen' | 'memo' | 'means'>,
	payee: Person,
	group: Group,
	reports: Reports,
): Verdict {
	const none = { proven: false, wage: 0n, commission: 0n };
	const memo = DEFAULT_GREETINGS.has(payment.memo) ? '' : payment.memo;
	if (BONUS_WORDS.test(memo)) return { proven: true, wage: 0n, commission: 0n, missing: '' };
	if (OTHER_WORDS.test(memo) || payment.means === 'share') return { ...none, missing: '用途说明' };
	const day = dayOf(payment.at);
	const fitting = readings(payment.fen, payee, group, day).filter(byMemo(memo));
	const left = byReports(fitting, memo, reports.get(payee), day);
	const first = left[0];
	if (!first) return { ...none, missing: fitting.length > 0 ? REPORT_OR_RATE : '用途说明' };
	const one = left.every(({ wage, commission }) => wage === first.wage && commission === first.commission);
	if (!one) return { ...none, missing: REPORT_OR_RATE };
	return { proven: true, wage: first.wage, commission: first.commission, missing: '' };
}

function readings(fen: bigint, payee: Person, group: Group, day: string): Reading[] {
	const exact = readingsOf(fen, payee, group, day);
	if (exact.length > 0) return exact;
	const near: Reading[] = [];
	for (let off = 1n; off <= ROUNDING_MAX; off += 1n)
		near.push(...readingsOf(fen - off, payee, group, day), ...readingsOf(fen + off, payee, group, day));
	return near;
}

function readingsOf(fen: bigint, payee: Person, group: Group, day: string): Reading[] {
	const role = spellOn(payee, day)?.role;
	const daily = role && WAGES[role];
	if (!daily || fen <= 0n) return [];
	const rates = role === 'caller' ? knownRates(group, day) : [];
	const found: Reading[] = [];
	for (const percent of [0n, 50n, ...Array.from({ length: DAYS_MAX }, (_, n) => BigInt(n + 1) * 100n)]) {
		const wage = (daily * percent) / 100n;
		const commission = fen - wage;
		const most = LEADS_PER_DAY_MAX * Math.max(1, Number(percent / 100n));
		if (commission === 0n) found.push({ wage, leads: 0, commission });
		for (const rate of rates) {
			const leads = Number(commission / rate);
			if (commission > 0n && commission % rate === 0n && leads <= most) found.push({ wage, leads, commission });
		}
	}
	return found;
}

function byMemo(memo: string): (reading: Reading) => boolean {
	const wage = WAGE_WORDS.test(memo);
	const commission = COMMISSION_WORDS.test(memo);
	const named = namedLeads(memo);
	return (reading) =>
		(!wage || reading.wage > 0n) &&
		(!commission || reading.leads > 0) &&
		(!(wage && !commission) || reading.leads === 0) &&
		(!(commission && !wage) || reading.wage === 0n) &&
		(named === undefined || reading.leads === named);
}

function namedLeads(memo: string): number | undefined {
	const match = NAMED_LEADS.exec(memo);
	return match ? Number(match[1] ?? match[2]) : undefined;
}

/** A report speaks of leads: it can cut readings with other counts, but says nothing against a wage paid by itself. */
function byReports(
	fitting: Reading[],
	memo: string,
	days: ReadonlyMap<string, number> | undefined,
	day: string,
): Reading[] {
	const counts = [days?.get(day), days?.get(addDays(day, -1))].filter((count) => count !== undefined);
	if (counts.length === 0) return fitting;
	const backed = fitting.filter(({ leads }) => counts.includes(leads));
	if (backed.length > 0) return backed;
	return namedLeads(memo) === undefined ? fitting.filter(({ leads }) => leads === 0) : fitting;
}
