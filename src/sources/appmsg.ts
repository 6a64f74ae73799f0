/** The XML of a payment message (appmsg 2000 and 2001), wherever it stands: in a file of its own or in a cell. */
import { markupParser, TooDeep } from './markup.ts';
import { RowFault } from './row-fault.ts';

export interface PayMessage {
	readonly kind: 'transfer' | 'packet';
	/** Of `wcpayinfo`, '' where absent. Amounts stand in `feedesc` alone: `des` is a constant text. */
	readonly paysubtype: string;
	readonly feedesc: string;
	/** Spelt so by WeChat. The bill's 交易单号. */
	readonly transcationid: string;
	readonly begintransfertime: string;
	readonly memo: string;
	readonly payer: string;
	readonly receiver: string;
	/** The packet's own number (the bill's 商户单号), its sender, and the wish written on it. */
	readonly sendid: string;
	readonly packetSender: string;
	readonly wish: string;
}

/** Longer cells are no payment message; deeper elements are no part of one. */
const XML_LENGTH_MAX = 1 << 18;
const DEPTH_MAX = 32;
const FIELD_LENGTH_MAX = 4096;

/**
 * @returns undefined where the text holds no appmsg of type 2000 or 2001 that is whole
 * @throws RowFault `value` where elements stand in one another without end
 */
export function payMessage(xml: string): PayMessage | undefined {
	const start = xml.indexOf('<msg');
	if (start < 0 || xml.length > XML_LENGTH_MAX) return undefined;
	const fields = fieldsOf(xml.slice(start));
	const type = fields?.get('appmsg/type');
	if (!fields || (type !== '2000' && type !== '2001')) return undefined;
	const pay = (name: string) => fields.get(`wcpayinfo/${name}`) ?? '';
	const link = pay('nativeurl') || pay('url') || (fields.get('appmsg/url') ?? '');
	return {
		kind: type === '2000' ? 'transfer' : 'packet',
		paysubtype: pay('paysubtype'),
		feedesc: pay('feedesc'),
		transcationid: pay('transcationid'),
		begintransfertime: pay('begintransfertime'),
		memo: pay('pay_memo'),
		payer: pay('payer_username'),
		receiver: pay('receiver_username'),
		sendid: /[?&]sendid=(\d{16,40})(?:&|$)/.exec(link)?.[1] ?? '',
		packetSender: /[?&]sendusername=([^&]{1,64})/.exec(link)?.[1] ?? fields.get('msg/fromusername') ?? '',
		wish: pay('sendertitle'),
	};
}

/** Texts of elements by `parent/name`, the first of each; undefined where the message is cut off. */
function fieldsOf(xml: string): Map<string, string> | undefined {
	const fields = new Map<string, string>();
	const path: string[] = [];
	let text = '';
	let whole = false;
	const parser = markupParser(
		{
			onopentag(name) {
				if (path.length < DEPTH_MAX) path.push(name);
				text = '';
			},
			ontext(part) {
				if (text.length < FIELD_LENGTH_MAX) text += part;
			},
			onclosetag(name, implied) {
				if (path.at(-1) !== name) return;
				path.pop();
				const key = `${path.at(-1) ?? ''}/${name}`;
				if (!fields.has(key)) fields.set(key, text.trim());
				text = '';
				if (name === 'msg' && !implied) whole = true;
			},
		},
		{ xmlMode: true },
	);
	try {
		parser.end(xml);
	} catch (error) {
		throw error instanceof TooDeep ? new RowFault('msg', '', 'value') : error;
	}
	return whole ? fields : undefined;
}
