import { payMessage } from './appmsg.ts';
import { BatchBuilder, type Fate } from './batches.ts';
import type { Chat, ChatMessage } from './chat-message.ts';
import { readChat } from './chat-statements.ts';
import type { Batch, EvidenceFile, Source } from './contract.ts';
import { Row, type RowTable } from './row.ts';
import { RowFault } from './row-fault.ts';
import { fateOfRow } from './table-rows.ts';
import { wholeText } from './whole-text.ts';

/** Messages are a few KB each; the file is held as a whole. */
const FILE_BYTES_MAX = 32 * 2 ** 20;

type Field = 'msg';

/** A message saved alone: nothing says in which chat it stood. */
const NO_CHAT: Chat = { id: '', name: '', form: 'unknown', network: 'wechat' };

/**
 * Payment messages saved as the XML that WeChat keeps (appmsg 2000 transfer, 2001 red packet), one or several a file. Rows
 * are messages, numbered from 1. A transfer's time is `begintransfertime`, a packet's the day in its number.
 */
export const appmsgXml: Source = {
	id: 'appmsg-xml',
	version: 1,
	identify(sample) {
		if (sample.form !== 'text') return undefined;
		const start = sample.text.trimStart();
		const isMessage = /^(?:<\?xml[^>]{0,200}\?>\s{0,100})?<msg[\s>]/.test(start) && start.includes('<appmsg');
		const type = /<type>\s{0,20}(?:<!\[CDATA\[)?\s{0,20}200[01]\s{0,20}(?:\]\]>)?\s{0,20}<\/type>/;
		return isMessage && type.test(start) ? { confidence: 90 } : undefined;
	},
	async *read(file, hints) {
		const messages = messagesIn(await wholeText(file, FILE_BYTES_MAX));
		yield* readChat('appmsg-xml', file, hints, (judge) => judged(file, messages, judge), messageOf);
	},
};

function messageOf(row: Row<Field>): ChatMessage {
	const text = row.text('msg');
	if (text.includes('\ufffd')) throw new RowFault('msg', '', 'encoding');
	if (!text.includes('</msg>')) throw new RowFault('msg', '', 'truncated');
	const pay = payMessage(text);
	return {
		chat: NO_CHAT,
		kind: pay?.kind ?? 'other',
		fromSelf: false,
		text: '',
		...(pay ? { pay } : {}),
		aliases: [],
	};
}

async function* judged(
	file: EvidenceFile,
	messages: readonly string[],
	judge: (row: Row<Field>) => Fate,
): AsyncIterable<Batch> {
	const builder = new BatchBuilder();
	const table: RowTable<Field> = { file, sheet: '', names: ['msg'], columns: { msg: [0] } };
	for (const [i, raw] of messages.entries()) {
		const row = { row: i + 1, cells: [raw], raw };
		builder.row(row, raw.startsWith('<msg') ? fateOfRow(new Row(table, row), judge) : outside(raw));
	}
	yield builder.take();
}

/** What stands before the first message. */
function outside(raw: string): Fate {
	return /^<\?xml[^>]{0,200}\?>$/.test(raw) ? { skip: 'preamble' } : { reject: 'columns', column: '', value: '' };
}

/** The file cut before each `<msg`; empty pieces are none. */
function messagesIn(text: string): string[] {
	return text
		.replaceAll('\r\n', '\n')
		.split(/(?=<msg[\s>])/)
		.map((piece) => piece.trim())
		.filter((piece) => piece !== '');
}
