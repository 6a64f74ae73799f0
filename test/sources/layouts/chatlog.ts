import { HINTS } from '../contract.ts';
import { between, type Expected, type Layout, type Movement, plain } from './layout.ts';
import { clock, csv, decimal } from './print.ts';

const OWN = 'wxid_own';
const hints = { ...HINTS, owner: `wechat:${OWN}` };
const peerId = (peer: number) => `wxid_peer${peer}`;

/** Transfers in words, all of them sent: who is asked for money does not answer. */
export const chatlogCsv: Layout = {
	source: 'chatlog-csv',
	hints,
	lines: (movements) => [
		'Time,SenderName,Sender,TalkerName,Talker,Content',
		...movements.map((movement) => {
			const { instant, out, peer, name } = movement;
			const sender = out ? ['样甲', OWN] : [name, peerId(peer)];
			return csv([clock(instant), ...sender, name, peerId(peer), written(movement)]);
		}),
	],
	expected,
};

export const chatlogJson: Layout = {
	source: 'chatlog-json',
	hints,
	encodings: ['utf-8', 'utf-8 with mark'],
	lines: (movements) =>
		JSON.stringify(
			movements.map((movement, index) => {
				const { instant, out, peer, name } = movement;
				return {
					seq: instant + index,
					time: `${clock(instant).replace(' ', 'T')}+08:00`,
					talker: peerId(peer),
					talkerName: name,
					isChatRoom: false,
					sender: out ? OWN : peerId(peer),
					senderName: out ? '样甲' : name,
					isSelf: out,
					type: 49,
					subType: 2000,
					content: written(movement),
				};
			}),
			null,
			2,
		).split('\n'),
	// A TAB in JSON is part of the text.
	expected: (movement) => expected(movement).map((one) => ({ ...one, name: movement.name })),
};

/** The database's own rows, with the message's XML and the transfer's number in it. */
export const wechatmsg: Layout = {
	source: 'wechatmsg',
	hints,
	lines: (movements) => [
		'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender',
		...movements.map((movement, index) => {
			const { instant, out, peer, name } = movement;
			const place = [String(index + 1), String(peer), '49', '2000', out ? '1' : '0', String(instant / 1000), ''];
			return csv([...place, xml(movement), clock(instant), '', name, peerId(peer)]);
		}),
	],
	// In the owner's own rows nobody says whose the name is: the account is the one that the XML prints.
	expected: (movement) =>
		expected(movement).map(({ name, ...one }) => ({
			...one,
			order: movement.order,
			...(movement.out || name === undefined ? {} : { name }),
		})),
};

/** The newer layout names who wrote a row, not the chat: what the owner wrote went to the only other writer, if there is one. */
export const pywxdump: Layout = {
	source: 'pywxdump',
	hints,
	lines: (movements) => [
		'id,MsgSvrID,type_name,is_sender,talker,msg,src,CreateTime',
		...movements.map(({ instant, out, units, order, style }, index) => {
			const sender = out ? ['1', OWN] : ['0', peerId(0)];
			const text = `[转账]￥${decimal(units, 2, style % 2)}`;
			return csv([String(index + 1), order, '转账', ...sender, text, '', clock(instant)]);
		}),
	],
	expected: ({ instant, out, units }) => [
		{
			amount: units,
			instant,
			...(out
				? { own: 'from', from: `wechat:${OWN}` }
				: { own: 'to', from: `wechat:${peerId(0)}`, to: `wechat:${OWN}` }),
			asset: 'CNY',
		},
	],
};

/** Messages alone, without their chat. */
export const appmsgXml: Layout = {
	source: 'appmsg-xml',
	encodings: ['utf-8', 'utf-8 with mark'],
	lines: (movements) => movements.map(xml),
	expected: (movement) =>
		expected(movement).map(({ name: _name, ...one }) => ({ ...one, own: 'neither', order: movement.order })),
};

function written({ units, style }: Movement): string {
	return `[转账|发送 ￥${decimal(units, 2, style % 2)}]${style === 2 ? '(工资)' : ''}`;
}

function xml({ out, units, order, peer, instant }: Movement): string {
	const [payer, receiver] = out ? [OWN, peerId(peer)] : [peerId(peer), OWN];
	return [
		'<msg><appmsg appid="" sdkver=""><title><![CDATA[微信转账]]></title>',
		'<des><![CDATA[收到转账0.01元。如需收钱，请点此升级至最新版本]]></des><type>2000</type>',
		`<wcpayinfo><paysubtype>1</paysubtype><feedesc><![CDATA[￥${decimal(units, 2)}]]></feedesc>`,
		`<transcationid><![CDATA[${order}]]></transcationid><transferid><![CDATA[2${order}]]></transferid>`,
		`<begintransfertime><![CDATA[${instant / 1000}]]></begintransfertime><pay_memo></pay_memo>`,
		`<receiver_username><![CDATA[${receiver}]]></receiver_username>`,
		`<payer_username><![CDATA[${payer}]]></payer_username></wcpayinfo></appmsg></msg>`,
	].join('');
}

function expected(movement: Movement): Expected[] {
	const { units, instant, peer, name } = movement;
	const sides = between(movement, `wechat:${OWN}`, `wechat:${peerId(peer)}`);
	return [{ amount: units, instant, ...sides, asset: 'CNY', name: plain(name) }];
}
