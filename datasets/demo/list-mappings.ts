import { CALL_HEADER, HOURS_HEADER, SEAT_HEADER } from './render/dialler.ts';
import { JOIN_HEADER } from './render/join-records.ts';
import { MEASURE_HEADER, TESTIMONY_HEADER, VICTIM_HEADER } from './render/papers.ts';

interface ListMapping {
	readonly what: string;
	readonly name: string;
	readonly yields: string;
	readonly header: readonly string[];
	/** Fields in the order of the header; '' for a column that stays in the raw row alone. */
	readonly fields: readonly string[];
	readonly network?: string;
}

const LISTS: readonly ListMapping[] = [
	{
		what: '引流群入群记录：谁邀请谁进群，何时',
		name: 'lead-group-joins',
		yields: 'joins',
		header: JOIN_HEADER,
		fields: ['group', 'groupName', 'member', 'name', 'inviter', 'time'],
		network: 'wechat',
	},
	{
		what: '外呼平台通话记录：工号作座席账号',
		name: 'dialler-calls',
		yields: 'calls',
		header: CALL_HEADER,
		fields: ['caller', 'callee', 'time', 'seconds', 'task', 'group'],
		network: 'seat',
	},
	{
		what: '外呼平台考勤',
		name: 'dialler-hours',
		yields: 'attendance',
		header: HOURS_HEADER,
		fields: ['worker', 'day', 'hours'],
		network: 'seat',
	},
	{
		what: '座席由谁使用',
		name: 'dialler-seats',
		yields: 'seats',
		header: SEAT_HEADER,
		fields: ['account', 'party', 'from', 'until'],
	},
	{
		what: '供述与辩解：只作对照，不计入任何合计',
		name: 'testimony',
		yields: 'testimony',
		header: TESTIMONY_HEADER,
		fields: ['person', 'document', 'page', 'claim', 'amount', 'day', 'disputed'],
	},
	{
		what: '冻结、扣押、退赃、退赔：不与涉案收支相抵',
		name: 'measures',
		yields: 'measures',
		header: MEASURE_HEADER,
		fields: ['kind', 'person', 'account', 'amount', 'document', 'authority', 'from', 'until'],
	},
	{
		what: '被害人（代号）',
		name: 'victims',
		yields: 'victims',
		header: VICTIM_HEADER,
		fields: ['pseudonym', 'loss', 'day', 'group'],
	},
];

/** How the case reads the lists that fit no known layout. */
export function listMappings(): string {
	return LISTS.map(({ what, name, yields, header, fields, network }) => {
		const columns = fields.map((field, index) => `${field}: ${header[index]}`).join(', ');
		const lines = [
			`  # ${what}`,
			`  - name: ${name}`,
			`    when: [${header.join(', ')}]`,
			`    yields: ${yields}`,
			...(network === undefined ? [] : [`    network: ${network}`]),
			`    columns: { ${columns} }`,
		];
		return lines.map((line) => `${line}\n`).join('');
	}).join('');
}
